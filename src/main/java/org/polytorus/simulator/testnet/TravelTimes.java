package org.polytorus.simulator.testnet;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Percentiles of times, to a thousandth; times of things that are forgotten are taken out again. */
final class TravelTimes {
    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final int SIGNIFICANT_DIGITS = 3;

    /** Takes the room that the times recorded need: for an hour ten times as much as for a millisecond. */
    private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);

    void add(long nanos) {
        histogram.recordValue(micros(nanos));
    }

    /** As {@link Histogram#subtract} does it, without a second histogram. */
    void forget(Arrivals arrivals) {
        for (int i = 0; i < arrivals.size(); i++) {
            histogram.recordValueWithCount(micros(arrivals.nanos(i)), -1);
        }
    }

    long count() {
        return histogram.getTotalCount();
    }

    /** In nanoseconds, or −1 while there are no times. */
    long percentile(double share) {
        return count() == 0 ? -1 : TimeUnit.MICROSECONDS.toNanos(histogram.getValueAtPercentile(share));
    }

    private static long micros(long nanos) {
        return Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(nanos));
    }
}

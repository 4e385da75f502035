package org.polytorus.simulator.app.bench;

import java.util.Arrays;
import java.util.List;

/**
 * How far delays lay from what was asked, in nanoseconds.
 *
 * @param addedNanos the median of what the link added to a message's way
 * @param medianNanos half of the messages lay at most so far from what was asked, too early or too late
 * @param p99Nanos 99 of 100 messages did
 */
record DelayError(long addedNanos, long medianNanos, long p99Nanos) {
    private static final int CENT = 100;
    private static final int NINETY_NINE = 99;

    /**
     * @param plainNanos the delays of messages of which nothing was asked
     * @param askedNanos what was asked of the link besides
     */
    static DelayError of(long[] plainNanos, long[] delayNanos, long askedNanos) {
        long plain = median(plainNanos.clone());
        long[] errors = Arrays.stream(delayNanos)
                .map(delay -> Math.abs(delay - plain - askedNanos))
                .sorted()
                .toArray();
        return new DelayError(
                median(delayNanos.clone()) - plain,
                errors[errors.length / 2],
                errors[(errors.length - 1) * NINETY_NINE / CENT]);
    }

    /** The round with the least error: the others tell what else the machine was doing. */
    static DelayError best(List<DelayError> rounds) {
        return rounds.stream()
                .min((one, other) -> Long.compare(one.p99Nanos, other.p99Nanos))
                .orElseThrow();
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}

package org.polytorus.simulator.model;

import java.util.Locale;

/** What was measured of one property of a peer. Times are nanoseconds, −1 before the first measurement. */
public sealed interface PeerFigures {
    double NANOS_PER_MILLI = 1e6;
    int ALL = 100;

    /** For people. */
    String text();

    /** The smoothed round trip, and how far the latest ones lie from it. */
    record RoundTrip(long nanos, long deviationNanos) implements PeerFigures {
        @Override
        public String text() {
            return nanos < 0
                    ? "not measured yet"
                    : String.format(
                            Locale.ROOT,
                            "%.1f ms ± %.1f ms",
                            nanos / NANOS_PER_MILLI,
                            deviationNanos / NANOS_PER_MILLI);
        }
    }

    /**
     * How much was not answered.
     *
     * @param share of the latest ones, 0 to 1
     * @param attempts how many there were at all
     */
    record Unanswered(double share, long attempts) implements PeerFigures {
        @Override
        public String text() {
            return attempts == 0
                    ? "none yet"
                    : String.format(Locale.ROOT, "%d %% unanswered lately, of %d", Math.round(ALL * share), attempts);
        }
    }

    /**
     * How data comes.
     *
     * @param nanos from a request to the data, smoothed
     * @param usefulBytesPerSecond of blocks and transactions that were new to the node
     */
    record Delivery(long nanos, double usefulBytesPerSecond) implements PeerFigures {
        @Override
        public String text() {
            String rate = String.format(Locale.ROOT, "%.0f useful bytes/s", usefulBytesPerSecond);
            return nanos < 0
                    ? rate
                    : String.format(Locale.ROOT, "%.1f ms to an answer, ", nanos / NANOS_PER_MILLI) + rate;
        }
    }

    /** How often connecting failed lately. */
    record Failures(int count) implements PeerFigures {
        @Override
        public String text() {
            return count + " failed";
        }
    }
}

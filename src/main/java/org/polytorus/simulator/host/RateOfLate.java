package org.polytorus.simulator.host;

import java.util.concurrent.TimeUnit;

/** The rate at which a count of bytes grows, over about the last second. For one thread. */
final class RateOfLate {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);

    private long beganNanos = Long.MIN_VALUE;
    private long beganBytes;
    private double latest;

    /** Takes the count as it is now; the rate of the last whole window, 0 in the first. */
    double bitsPerSecond(long nowNanos, long bytes) {
        if (beganNanos == Long.MIN_VALUE) {
            beganNanos = nowNanos;
            beganBytes = bytes;
        }
        long passedNanos = nowNanos - beganNanos;
        if (passedNanos >= WINDOW_NANOS) {
            latest = (bytes - beganBytes) * (double) Byte.SIZE * WINDOW_NANOS / passedNanos;
            beganNanos = nowNanos;
            beganBytes = bytes;
        }
        return latest;
    }
}

package org.polytorus.simulator.protocol;

import java.util.concurrent.TimeUnit;

/**
 * The smoothed round trip and its mean deviation, by RFC 6298: an eighth of each new measurement goes into the one, a quarter
 * of its distance into the other, so that one odd measurement changes little and a lasting change is believed soon.
 */
final class RoundTrip {
    /** What is presumed before the first measurement. */
    static final long FIRST_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int SMOOTHING = 8;
    private static final int DEVIATION_SMOOTHING = 4;
    private static final int TIMEOUT_DEVIATIONS = 4;

    private long smoothedNanos = -1;
    private long deviationNanos;

    void measured(long nanos) {
        if (smoothedNanos < 0) {
            smoothedNanos = nanos;
            deviationNanos = nanos / 2;
        } else {
            deviationNanos += (Math.abs(smoothedNanos - nanos) - deviationNanos) / DEVIATION_SMOOTHING;
            smoothedNanos += (nanos - smoothedNanos) / SMOOTHING;
        }
    }

    boolean isKnown() {
        return smoothedNanos >= 0;
    }

    /** −1 before the first measurement. */
    long smoothedNanos() {
        return smoothedNanos;
    }

    long deviationNanos() {
        return deviationNanos;
    }

    /** What takes longer than this is hardly still on its way; 0 before the first measurement. */
    long timeoutNanos() {
        return isKnown() ? smoothedNanos + TIMEOUT_DEVIATIONS * deviationNanos : 0;
    }
}

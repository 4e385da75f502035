package org.polytorus.simulator.protocol;

import java.util.concurrent.TimeUnit;

/** Bytes a second on average, where what was a minute ago counts for about an eighth. */
final class UsefulRate {
    private static final double MEMORY_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final double MEMORY_SECONDS = 30;

    private double weightedBytes;
    private long updatedNanos;
    private double reviewedBytes;
    private long reviewedNanos;

    void add(int bytes, long now) {
        weightedBytes = faded(weightedBytes, now - updatedNanos) + bytes;
        updatedNanos = now;
    }

    double bytesPerSecond(long now) {
        return faded(weightedBytes, now - updatedNanos) / MEMORY_SECONDS;
    }

    /** Keeps in mind what is known now, for {@link #bytesPerSecondAsOf}. */
    void reviewed() {
        reviewedBytes = weightedBytes;
        reviewedNanos = updatedNanos;
    }

    /** The rate at a time not before the last review, whatever was added since. */
    double bytesPerSecondAsOf(long thenNanos) {
        return faded(reviewedBytes, thenNanos - reviewedNanos) / MEMORY_SECONDS;
    }

    private static double faded(double bytes, long nanos) {
        return bytes == 0 ? 0 : bytes * StrictMath.exp(-nanos / MEMORY_NANOS);
    }
}

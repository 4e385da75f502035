package org.polytorus.simulator.protocol;

import java.util.concurrent.TimeUnit;

/** Bytes a second on average, where what was a minute ago counts for about an eighth. */
final class UsefulRate {
    private static final double MEMORY_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final double MEMORY_SECONDS = 30;

    private double weightedBytes;
    private long updatedNanos;

    void add(int bytes, long now) {
        weightedBytes = weightedBytes(now) + bytes;
        updatedNanos = now;
    }

    double bytesPerSecond(long now) {
        return weightedBytes(now) / MEMORY_SECONDS;
    }

    private double weightedBytes(long now) {
        return weightedBytes * Math.exp(-(now - updatedNanos) / MEMORY_NANOS);
    }
}

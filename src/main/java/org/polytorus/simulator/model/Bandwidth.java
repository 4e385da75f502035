package org.polytorus.simulator.model;

/**
 * A rate of transmission.
 *
 * @param bitsPerSecond at least 1
 */
public record Bandwidth(long bitsPerSecond) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    public Bandwidth {
        if (bitsPerSecond < 1) {
            throw new IllegalArgumentException("A bandwidth is at least 1 bit/s; found " + bitsPerSecond);
        }
    }

    /** How long {@code bytes} take at this rate, rounded up. */
    public long nanosFor(int bytes) {
        double exact = bytes * 8.0 * NANOS_PER_SECOND / bitsPerSecond;
        return (long) Math.ceil(exact);
    }

    /** How many bytes leave in that time, rounded down. */
    public long bytesIn(long nanos) {
        return (long) (nanos * (double) bitsPerSecond / Byte.SIZE / NANOS_PER_SECOND);
    }
}

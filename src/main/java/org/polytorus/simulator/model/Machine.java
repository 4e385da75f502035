package org.polytorus.simulator.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a node runs on: its line, and how long it takes to check a block.
 *
 * @param upload the rate at which it sends, on all of its links together, or null for no limit
 * @param download the rate at which any one of its links brings it something, at the most, or null for no limit
 * @param perBlock how long it checks any block before it passes it on, besides what its computer takes in truth; 0 for no longer
 * @param perMegabyte how much longer for each 1,000,000 bytes of the block; 0 for no longer
 */
public record Machine(
        @Nullable Bandwidth upload, @Nullable Bandwidth download, Duration perBlock, Duration perMegabyte) {
    private static final int MEGABYTE = 1_000_000;

    /** Nothing is in the way of a node that runs on it. */
    public static final Machine UNLIMITED = new Machine(null, null, Duration.ZERO, Duration.ZERO);

    public Machine {
        if (perBlock.isNegative() || perMegabyte.isNegative()) {
            throw new IllegalArgumentException(
                    "To check a block takes 0 or more; found " + perBlock + " and " + perMegabyte + " a megabyte");
        }
    }

    /** Whether its line is limited in either direction. */
    public boolean hasLine() {
        return upload != null || download != null;
    }

    /** How long it checks a block of so many bytes, in nanoseconds. */
    public long nanosToCheck(int bytes) {
        return perBlock.toNanos() + Math.round(perMegabyte.toNanos() * (double) bytes / MEGABYTE);
    }
}

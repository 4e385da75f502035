package org.polytorus.simulator.model;

import org.jspecify.annotations.Nullable;

/**
 * What a node keeps on disk.
 *
 * @param directory where, or null if it keeps everything in memory only
 * @param blocks blocks in the file, those of side branches and those that the node has given up since included
 * @param bytes what the file takes
 * @param peers peers in the file
 * @param takenOver blocks that the node took over from the file when it was made
 * @param refused blocks of the file that could not be read or broke a rule then, and were left out
 * @param unwritten blocks that were not written, since the queue to the disk or the file was full or the disk failed
 * @param problem what is wrong and what follows from it, or empty
 */
public record StorageStats(
        @Nullable String directory,
        long blocks,
        long bytes,
        long peers,
        long takenOver,
        long refused,
        long unwritten,
        String problem) {
    /** Of a node that was told to keep nothing. */
    public static final StorageStats NONE = inMemory("");

    /** Of a node that keeps nothing, for this reason. */
    public static StorageStats inMemory(String why) {
        return new StorageStats(null, 0, 0, 0, 0, 0, 0, why);
    }
}

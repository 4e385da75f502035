package org.polytorus.simulator.chain;

/**
 * The bounds of a {@link BlockTree}. Bytes are those of the encoded blocks.
 *
 * @param maxBlocks blocks in the tree, side branches included
 * @param maxBytes their bytes
 * @param sideBranchDepth a side branch whose highest block lies deeper below the tip goes first when the tree is full
 * @param minFollowedBlocks so many of the newest followed blocks stay whatever they weigh
 * @param maxOrphans blocks that wait for an ancestor
 * @param maxOrphanBytes their bytes
 */
public record TreeLimits(
        int maxBlocks, long maxBytes, int sideBranchDepth, int minFollowedBlocks, int maxOrphans, long maxOrphanBytes) {

    private static final long MIB = 1L << 20;

    /** What a node uses. */
    public static final TreeLimits DEFAULT = new TreeLimits(100_000, 256 * MIB, 1_000, 20, 1_000, 16 * MIB);

    /** As much as {@link #DEFAULT}, but at most so many bytes of blocks, for nodes that share a machine. */
    public static TreeLimits within(long maxBytes) {
        return new TreeLimits(
                DEFAULT.maxBlocks,
                Math.min(DEFAULT.maxBytes, maxBytes),
                DEFAULT.sideBranchDepth,
                DEFAULT.minFollowedBlocks,
                DEFAULT.maxOrphans,
                DEFAULT.maxOrphanBytes);
    }

    public TreeLimits {
        if (maxBlocks < minFollowedBlocks || minFollowedBlocks < 1 || maxOrphans < 0) {
            throw new IllegalArgumentException("A tree keeps at least its tip, and no fewer blocks than it must keep");
        }
    }
}

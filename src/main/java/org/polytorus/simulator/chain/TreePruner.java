package org.polytorus.simulator.chain;

import java.util.Collection;
import java.util.List;

/**
 * Makes room in a full tree. Side branches that end far below the tip go first; then the oldest followed blocks, until
 * the tree is down to nine tenths of its bounds, so that this work is rare; and as a last resort all side branches. A branch
 * that forks off below the oldest block kept goes with it, since it could never be followed again.
 */
final class TreePruner {
    private static final double FILL_TARGET = 0.9;
    private static final int NONE = -1;

    private final TreeLimits limits;
    private final FollowedChain followed;
    private final Collection<TreeEntry> entries;
    private final List<TreeEntry> newestFirst;
    private int blocks;
    private long bytes;

    /**
     * Prepares to prune.
     *
     * @param entries all blocks of the tree, parents before children; those that go are removed from it
     */
    TreePruner(TreeLimits limits, FollowedChain followed, Collection<TreeEntry> entries) {
        this.limits = limits;
        this.followed = followed;
        this.entries = entries;
        this.newestFirst = List.copyOf(entries).reversed();
    }

    /** Removes what has to go; returns how many bytes are left. */
    long prune() {
        markBranchesUpTo(limits.sideBranchDepth());
        int lowest = lowestHeightWithRoom();
        if (isFull()) {
            markBranchesUpTo(NONE);
            lowest = lowestHeightWithRoom();
        }
        followed.removeBelow(lowest);
        sweep(lowest);
        return bytes;
    }

    /** Marks the followed chain, and the side branches that end no deeper than this below the tip. */
    private void markBranchesUpTo(int depth) {
        int tip = followed.tip().height();
        blocks = 0;
        bytes = 0;
        for (TreeEntry entry : entries) {
            entry.stays = followed.holds(entry) || tip - entry.height() <= depth;
        }
        for (TreeEntry entry : newestFirst) {
            if (entry.stays) {
                blocks++;
                bytes += entry.bytes();
                TreeEntry parent = entry.parent;
                if (parent != null) {
                    parent.stays = true;
                }
            }
        }
    }

    /** How far the followed chain must be cut from below so that what is marked fits. */
    private int lowestHeightWithRoom() {
        int lowest = followed.lowestHeight();
        int highestCut = followed.tip().height() - limits.minFollowedBlocks() + 1;
        while (lowest < highestCut && isFull()) {
            TreeEntry cut = followed.at(lowest);
            blocks--;
            bytes -= cut == null ? 0 : cut.bytes();
            lowest++;
        }
        return lowest;
    }

    private boolean isFull() {
        return blocks > FILL_TARGET * limits.maxBlocks() || bytes > FILL_TARGET * limits.maxBytes();
    }

    /** Parents come before children, so a block that hangs on nothing any more is seen after what it hung on. */
    private void sweep(int lowest) {
        bytes = 0;
        for (TreeEntry entry : entries) {
            TreeEntry parent = entry.parent;
            boolean hangs = followed.holds(entry) || (parent != null && parent.stays);
            entry.stays = entry.stays && hangs && entry.height() >= lowest;
            bytes += entry.stays ? entry.bytes() : 0;
        }
        entries.removeIf(entry -> !entry.stays);
    }
}

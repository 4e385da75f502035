package org.polytorus.simulator.chain;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;

/** A block with its place in the tree. */
final class TreeEntry {
    private final ValidBlock valid;
    /** Of its arrival. */
    final long sequence;

    /** In this block and all below it, those that were given up since included. */
    final long chainTransactions;

    /** Null for the genesis block, and for the oldest block that was kept when older ones were given up. */
    @Nullable
    TreeEntry parent;

    /** Used while the tree is pruned, meaningless otherwise. */
    boolean stays;

    TreeEntry(Arrival arrival, @Nullable TreeEntry parent) {
        valid = arrival.valid();
        sequence = arrival.sequence();
        this.parent = parent;
        int own = arrival.block().transactions().size();
        chainTransactions = parent == null ? own : parent.chainTransactions + own;
    }

    Block block() {
        return valid.block();
    }

    Hash hash() {
        return valid.hash();
    }

    /** Those of its encoding. */
    int bytes() {
        return valid.bytes();
    }

    int height() {
        return valid.block().height();
    }
}

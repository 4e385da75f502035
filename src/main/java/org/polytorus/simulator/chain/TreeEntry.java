package org.polytorus.simulator.chain;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;

/** A block with its place in the tree. */
final class TreeEntry {
    final Arrival arrival;

    /** Null for the genesis block, and for the oldest block that was kept when older ones were given up. */
    @Nullable
    TreeEntry parent;

    /** Used while the tree is pruned, meaningless otherwise. */
    boolean stays;

    TreeEntry(Arrival arrival, @Nullable TreeEntry parent) {
        this.arrival = arrival;
        this.parent = parent;
    }

    Block block() {
        return arrival.block();
    }

    Hash hash() {
        return arrival.hash();
    }

    int height() {
        return arrival.block().height();
    }
}

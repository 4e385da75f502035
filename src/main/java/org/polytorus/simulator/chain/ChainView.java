package org.polytorus.simulator.chain;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;

/** The chain that a node follows, for whoever only looks. */
public interface ChainView {

    Hash tipHash();

    /** The height of the tip; 0 while there is only the genesis block. */
    int height();

    /** The lowest height that is still kept. */
    int lowestHeight();

    /** The block of this height on the followed chain; null above the tip and below what is kept. */
    @Nullable
    Block atHeight(int height);

    /** Whether the block is in the tree, on any branch. */
    boolean contains(Hash hash);
}

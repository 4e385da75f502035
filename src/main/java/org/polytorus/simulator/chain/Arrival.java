package org.polytorus.simulator.chain;

import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;

/**
 * A valid block as the tree received it.
 *
 * @param sequence counts arrivals: the lower of two came first
 */
record Arrival(Block block, Hash hash, Hash parent, int bytes, long sequence) {}

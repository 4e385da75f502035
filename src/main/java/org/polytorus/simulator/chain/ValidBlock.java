package org.polytorus.simulator.chain;

import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;

/**
 * A block that keeps every rule which needs no other block, with what is read off it once for all trees.
 *
 * @param bytes those of its encoding
 */
record ValidBlock(Block block, Hash hash, Hash parent, int bytes) {}

package org.polytorus.simulator.chain;

import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;

/**
 * A valid block as the tree received it.
 *
 * @param sequence counts arrivals: the lower of two came first
 */
record Arrival(ValidBlock valid, long sequence) {
    Block block() {
        return valid.block();
    }

    Hash hash() {
        return valid.hash();
    }

    Hash parent() {
        return valid.parent();
    }

    int bytes() {
        return valid.bytes();
    }
}

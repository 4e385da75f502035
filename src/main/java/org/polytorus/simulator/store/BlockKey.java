package org.polytorus.simulator.store;

import org.polytorus.simulator.model.Hash;

/** Where a block stands in the file: parents before their children. */
record BlockKey(int height, Hash hash) implements Comparable<BlockKey> {
    @Override
    public int compareTo(BlockKey other) {
        int byHeight = Integer.compare(height, other.height);
        return byHeight != 0 ? byHeight : hash.compareTo(other.hash);
    }
}

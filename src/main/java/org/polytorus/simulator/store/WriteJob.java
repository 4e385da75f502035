package org.polytorus.simulator.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.wire.EncodedSize;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * Something that is to be written.
 *
 * @param peers all peers to keep, or null if they stay as they are
 * @param bytes about what it weighs while it waits
 */
record WriteJob(
        NodeStore store, List<Block> blocks, @Nullable List<PeerInfo> peers, long bytes) {
    private static final int BYTES_PER_PEER = 100;

    static WriteJob ofBlocks(NodeStore store, List<Block> blocks) {
        return new WriteJob(
                store, blocks, null, blocks.stream().mapToLong(EncodedSize::of).sum());
    }

    static WriteJob ofPeers(NodeStore store, List<PeerInfo> peers) {
        return new WriteJob(store, List.of(), peers, (long) BYTES_PER_PEER * peers.size());
    }
}

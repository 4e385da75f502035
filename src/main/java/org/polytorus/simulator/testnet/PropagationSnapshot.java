package org.polytorus.simulator.testnet;

import java.util.List;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;

/**
 * How fast blocks travel: over the last {@link Propagation#MAX_BLOCKS} blocks, the times from mining one to another node
 * following it as its tip.
 *
 * @param arrivals how many such times there are; the percentiles are −1 while there is none
 * @param blocks block by block, oldest first
 */
public record PropagationSnapshot(
        long arrivals, long p50Nanos, long p90Nanos, long p99Nanos, List<BlockSpread> blocks) {
    /** Before the first block. */
    public static final PropagationSnapshot NONE = new PropagationSnapshot(0, -1, -1, -1, List.of());

    public PropagationSnapshot {
        blocks = List.copyOf(blocks);
    }

    /**
     * How far one block has come.
     *
     * @param minedNanos when it was mined, nanoseconds since the Unix epoch
     * @param arrivals the other nodes that have followed it as their tip, the fastest first
     */
    public record BlockSpread(Hash hash, int height, NodeName miner, long minedNanos, List<Arrival> arrivals) {
        public BlockSpread {
            arrivals = List.copyOf(arrivals);
        }
    }

    /** When a block was a node's tip for the first time, after it was mined. */
    public record Arrival(NodeName node, long nanos) {}
}

package org.polytorus.simulator.testnet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;

/**
 * How fast blocks and transactions travel. Two things are measured of a block: when another node first follows it as its tip
 * ({@code arrivals} and the percentiles here), and when its data first reaches another node ({@link Journey}), which is sooner,
 * and later only for a block that a node catches up over.
 *
 * @param arrivals how many times from mining a block to another node's tip there are, over the blocks that are kept; the
 *     percentiles are −1 while there is none
 * @param blocks the latest {@link Propagation#MAX_BLOCKS} at most, oldest first
 * @param transactions the latest {@link Propagation#MAX_TRANSACTIONS} at most, oldest first
 * @param blockTravel over all blocks that are kept
 * @param transactionTravel over all transactions that are kept
 * @param missedCopies copies and announcements of which nothing here knows, since too many came at once
 */
public record PropagationSnapshot(
        long arrivals,
        long p50Nanos,
        long p90Nanos,
        long p99Nanos,
        List<BlockSpread> blocks,
        List<TransactionSpread> transactions,
        Travel blockTravel,
        Travel transactionTravel,
        long missedCopies) {
    /** Before the first block. */
    public static final PropagationSnapshot NONE =
            new PropagationSnapshot(0, -1, -1, -1, List.of(), List.of(), Travel.NONE, Travel.NONE, 0);

    public PropagationSnapshot {
        blocks = List.copyOf(blocks);
        transactions = List.copyOf(transactions);
    }

    /** Of blocks as tips alone. */
    public PropagationSnapshot(long arrivals, long p50Nanos, long p90Nanos, long p99Nanos, List<BlockSpread> blocks) {
        this(arrivals, p50Nanos, p90Nanos, p99Nanos, blocks, List.of(), Travel.NONE, Travel.NONE, 0);
    }

    /**
     * How things of one kind travel.
     *
     * @param deliveries how many first deliveries to another node there are, over what is kept; the percentiles of their times
     *     are −1 while there is none
     * @param copies of all that ever travelled
     * @param forgotten how many are no longer kept, since newer ones came
     */
    public record Travel(long deliveries, long p50Nanos, long p90Nanos, long p99Nanos, Copies copies, long forgotten) {
        public static final Travel NONE = new Travel(0, -1, -1, -1, Copies.NONE, 0);
    }

    /**
     * What nodes were brought.
     *
     * @param data deliveries of the thing itself
     * @param redundantData those of them to a node that had it already
     * @param announcements that somebody has it
     * @param redundantAnnouncements those of them to a node that had it already
     */
    public record Copies(long data, long redundantData, long announcements, long redundantAnnouncements) {
        public static final Copies NONE = new Copies(0, 0, 0, 0);
    }

    /**
     * How far one block or transaction has come.
     *
     * @param deliveries the first to each other node, the fastest first; {@code from} makes a tree of them
     * @param halfNanos until half of all nodes of the testnet had it, the one that it comes from included, whether they ran or
     *     not; −1 while fewer have it
     * @param mostNanos until 90 of 100 had it
     * @param almostAllNanos until 99 of 100 had it
     */
    public record Journey(
            List<Arrival> deliveries, long halfNanos, long mostNanos, long almostAllNanos, Copies copies) {
        public static final Journey NONE = new Journey(List.of(), -1, -1, -1, Copies.NONE);

        public Journey {
            deliveries = ArrivalList.immutable(deliveries);
        }
    }

    /**
     * How far one block has come.
     *
     * @param minedNanos when it was mined, nanoseconds since the Unix epoch
     * @param arrivals the other nodes that have followed it as their tip, the fastest first
     */
    public record BlockSpread(
            Hash hash, int height, NodeName miner, long minedNanos, List<Arrival> arrivals, Journey journey) {
        public BlockSpread {
            arrivals = ArrivalList.immutable(arrivals);
        }
    }

    /**
     * How far one transaction has come.
     *
     * @param origin who made it
     * @param madeNanos when, nanoseconds since the Unix epoch
     */
    public record TransactionSpread(Hash hash, NodeName origin, long madeNanos, Journey journey) {}

    /**
     * When a block or transaction reached a node for the first time, after it was made.
     *
     * @param from the peer that brought it, or null where that is not known: a stranger, or a block as a tip
     */
    public record Arrival(
            NodeName node, long nanos, @Nullable NodeName from) {
        public Arrival(NodeName node, long nanos) {
            this(node, nanos, null);
        }
    }
}

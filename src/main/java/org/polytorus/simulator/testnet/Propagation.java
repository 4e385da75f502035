package org.polytorus.simulator.testnet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;

/**
 * Folds what nodes tell into how fast blocks and transactions travel. A block counts at a node's tip when it first is that:
 * one that a node catches up over, or that stays on a branch the node does not follow, has no time there, though one of
 * delivery. What nobody of the testnet has made has no beginning and is left out, but for the count of copies. For one thread.
 */
public final class Propagation {
    /** Older blocks are forgotten, and no longer in the percentiles. */
    public static final int MAX_BLOCKS = 200;

    /** Older transactions are forgotten, and no longer in the percentiles. */
    public static final int MAX_TRANSACTIONS = 500;

    /** Deliveries that are kept of blocks, and again of transactions: testnets of many nodes keep fewer things. */
    static final int MAX_DELIVERIES = 2_000_000;

    private static final int FEWEST = 10;

    private final NodeNumbers numbers;
    private final Travellers blocks;
    private final Travellers transactions;
    private long missedCopies;
    private @Nullable PropagationSnapshot latest;

    /** @param nodes all nodes of the testnet; what share of them a block has reached is counted of these */
    public Propagation(List<NodeName> nodes) {
        numbers = new NodeNumbers(nodes);
        blocks = new Travellers(kept(MAX_BLOCKS, nodes.size()), numbers);
        transactions = new Travellers(kept(MAX_TRANSACTIONS, nodes.size()), numbers);
    }

    private static int kept(int most, int nodes) {
        return Math.clamp(MAX_DELIVERIES / Math.max(1, nodes), FEWEST, most);
    }

    /** A node has mined a block. */
    public void mined(Hash block, int height, NodeName miner, long epochNanos) {
        begin(blocks, block, height, miner, epochNanos);
    }

    /** A node has made a transaction. */
    public void made(Hash transaction, NodeName origin, long epochNanos) {
        begin(transactions, transaction, 0, origin, epochNanos);
    }

    /** A node has a block as its tip. */
    public void followed(Hash block, NodeName node, long epochNanos) {
        int number = numbers.of(node);
        Traveller travelling = blocks.find(block);
        if (travelling != null && number != ArrivalList.UNKNOWN) {
            blocks.followed(travelling, number, epochNanos);
            latest = null;
        }
    }

    /**
     * A node was brought a block.
     *
     * @param from who brought it, or null for a stranger
     * @param known whether the node had it already
     */
    public void blockBrought(Hash block, NodeName node, @Nullable NodeName from, boolean known, long epochNanos) {
        brought(blocks, block, node, from, known, epochNanos);
    }

    /** A node was brought a transaction; as {@link #blockBrought}. */
    public void transactionBrought(
            Hash transaction, NodeName node, @Nullable NodeName from, boolean known, long epochNanos) {
        brought(transactions, transaction, node, from, known, epochNanos);
    }

    /** A node was told that somebody has a block. */
    public void blockAnnounced(Hash block, boolean known) {
        blocks.announced(block, known);
        latest = null;
    }

    /** A node was told that somebody has a transaction. */
    public void transactionAnnounced(Hash transaction, boolean known) {
        transactions.announced(transaction, known);
        latest = null;
    }

    /** So many copies and announcements were not told by now, since too many came at once. */
    public void missed(long copies) {
        if (copies != missedCopies) {
            missedCopies = copies;
            latest = null;
        }
    }

    /** What is known now. Cheap while nothing new was told. */
    public PropagationSnapshot snapshot() {
        PropagationSnapshot known = latest;
        if (known == null) {
            TravelTimes tips = blocks.tipTimes();
            known = new PropagationSnapshot(
                    tips.count(),
                    tips.percentile(50),
                    tips.percentile(90),
                    tips.percentile(99),
                    blocks.all().stream().map(one -> one.block(numbers)).toList(),
                    transactions.all().stream()
                            .map(one -> one.transaction(numbers))
                            .toList(),
                    blocks.travel(),
                    transactions.travel(),
                    missedCopies);
            latest = known;
        }
        return known;
    }

    private void begin(Travellers kind, Hash hash, int height, NodeName origin, long epochNanos) {
        int number = numbers.of(origin);
        if (number != ArrivalList.UNKNOWN) {
            kind.begin(new Traveller(hash, height, number, epochNanos));
            latest = null;
        }
    }

    private void brought(
            Travellers kind, Hash hash, NodeName node, @Nullable NodeName from, boolean known, long epochNanos) {
        int number = numbers.of(node);
        if (number != ArrivalList.UNKNOWN) {
            kind.delivered(hash, number, numbers.of(from), known, epochNanos);
            latest = null;
        }
    }
}

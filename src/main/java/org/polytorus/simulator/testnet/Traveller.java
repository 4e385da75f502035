package org.polytorus.simulator.testnet;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.testnet.PropagationSnapshot.BlockSpread;
import org.polytorus.simulator.testnet.PropagationSnapshot.Journey;
import org.polytorus.simulator.testnet.PropagationSnapshot.TransactionSpread;

/** One block or transaction on its way. */
final class Traveller {
    final Hash hash;
    final int height;
    final int origin;
    final long begunNanos;
    final Arrivals deliveries = new Arrivals();
    /** Of a block: when nodes followed it as their tip. */
    final Arrivals tips = new Arrivals();

    final CopyCount copies = new CopyCount();
    private @Nullable BlockSpread block;
    private @Nullable TransactionSpread transaction;

    Traveller(Hash hash, int height, int origin, long begunNanos) {
        this.hash = hash;
        this.height = height;
        this.origin = origin;
        this.begunNanos = begunNanos;
    }

    /** What was shown of it is no longer all. */
    void changed() {
        block = null;
        transaction = null;
    }

    long after(long epochNanos) {
        return Math.max(0, epochNanos - begunNanos);
    }

    BlockSpread block(NodeNumbers numbers) {
        BlockSpread known = block;
        if (known == null) {
            known = new BlockSpread(
                    hash, height, numbers.name(origin), begunNanos, tips.list(numbers), journey(numbers));
            block = known;
        }
        return known;
    }

    TransactionSpread transaction(NodeNumbers numbers) {
        TransactionSpread known = transaction;
        if (known == null) {
            known = new TransactionSpread(hash, numbers.name(origin), begunNanos, journey(numbers));
            transaction = known;
        }
        return known;
    }

    private Journey journey(NodeNumbers numbers) {
        return new Journey(
                deliveries.list(numbers),
                untilShareHasIt(50, numbers),
                untilShareHasIt(90, numbers),
                untilShareHasIt(99, numbers),
                copies.copies());
    }

    /** The one that it comes from has it from the beginning. */
    private long untilShareHasIt(int percent, NodeNumbers numbers) {
        return deliveries.nanosUntil(Math.ceilDiv(numbers.nodes() * percent, 100) - 1);
    }
}

package org.polytorus.simulator.chain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.wire.EncodedSize;

/**
 * The transactions that wait for a block, in the order in which they came. When it is full, newcomers are refused and
 * counted. It also remembers what was recently included in blocks, so that an old transaction that still makes its round is
 * not taken in again. Belongs to one thread.
 */
public final class Mempool {
    /** Transactions that may wait. */
    public static final int MAX_TRANSACTIONS = 5_000;

    /** Their encoded bytes. */
    public static final long MAX_BYTES = 16L << 20;

    /** Included transactions that are remembered; the oldest are forgotten. */
    public static final int MAX_REMEMBERED = 5_000;

    private final Map<Hash, Waiting> waiting = new LinkedHashMap<>();
    private final BoundedSet<Hash> included = new BoundedSet<>(MAX_REMEMBERED);
    private long bytes;
    private long dropped;

    /** Keeps the hash that came with it, which other nodes hold too, rather than one of its own. */
    private record Waiting(Transaction transaction, Hash hash, int bytes) {}

    /**
     * Takes in a transaction that {@link TransactionValidator} has passed.
     *
     * @param hash what {@link TransactionHasher#hash} says of it
     * @param size its encoded size
     * @return false if it is known already or there is no room
     */
    public boolean add(Transaction transaction, Hash hash, int size) {
        if (isKnown(hash)) {
            return false;
        }
        if (waiting.size() >= MAX_TRANSACTIONS || bytes + size > MAX_BYTES) {
            dropped++;
            return false;
        }
        waiting.put(hash, new Waiting(transaction, hash, size));
        bytes += size;
        return true;
    }

    /** A waiting transaction, or null. */
    public @Nullable Transaction get(Hash hash) {
        Waiting found = waiting.get(hash);
        return found == null ? null : found.transaction();
    }

    /** Whether the transaction waits. */
    public boolean contains(Hash hash) {
        return waiting.containsKey(hash);
    }

    /** Whether the transaction waits or was recently included in a block. */
    public boolean isKnown(Hash hash) {
        return waiting.containsKey(hash) || included.contains(hash);
    }

    public int size() {
        return waiting.size();
    }

    /** The encoded bytes of what waits. */
    public long bytes() {
        return bytes;
    }

    /** Transactions that were refused for want of room. */
    public long dropped() {
        return dropped;
    }

    /** Keeps step with the followed chain: call it with every connected block's outcome. */
    public void follow(Insertion.Connected connected) {
        Reorganisation reorganisation = connected.reorganisation();
        if (reorganisation != null) {
            returnFrom(reorganisation);
        } else {
            connected.appended().forEach(this::removeIncluded);
        }
    }

    /** Takes out the transactions of a block that is now followed, and remembers them. */
    public void removeIncluded(Block block) {
        for (Transaction transaction : block.transactions()) {
            if (!transaction.isCoinbase()) {
                Hash hash = TransactionHasher.hash(transaction);
                Waiting waited = forgetWaiting(hash);
                included.add(waited == null ? hash : waited.hash());
            }
        }
    }

    /**
     * Takes back the transactions of the blocks that are no longer followed, without their coinbases, and takes out those of
     * the blocks that now are. What has no room is dropped and counted.
     */
    public void returnFrom(Reorganisation reorganisation) {
        Map<Hash, Transaction> returned = new LinkedHashMap<>();
        for (Block block : reorganisation.removed()) {
            for (Transaction transaction : block.transactions()) {
                if (!transaction.isCoinbase()) {
                    returned.put(TransactionHasher.hash(transaction), transaction);
                }
            }
        }
        included.removeAll(returned.keySet());
        reorganisation.added().forEach(this::removeIncluded);
        returned.forEach((hash, transaction) -> add(transaction, hash, EncodedSize.of(transaction)));
    }

    /** The oldest transactions that fit together; they go on waiting. One that does not fit is passed over. */
    public List<Transaction> select(int maxBytes, int maxCount) {
        List<Transaction> selected = new ArrayList<>();
        int left = maxBytes;
        Iterator<Waiting> candidates = waiting.values().iterator();
        while (candidates.hasNext() && selected.size() < maxCount) {
            Waiting candidate = candidates.next();
            if (candidate.bytes() <= left) {
                selected.add(candidate.transaction());
                left -= candidate.bytes();
            }
        }
        return selected;
    }

    private @Nullable Waiting forgetWaiting(Hash hash) {
        Waiting removed = waiting.remove(hash);
        if (removed != null) {
            bytes -= removed.bytes();
        }
        return removed;
    }
}

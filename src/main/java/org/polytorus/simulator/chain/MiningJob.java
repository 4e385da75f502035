package org.polytorus.simulator.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.DifficultyConfig;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MiningStats;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.UInt128;
import org.polytorus.simulator.wire.EncodedSize;

/**
 * The search for the next block on one parent. It can be done in slices, so that the node stays responsive; it is stale
 * once the tip has moved. Belongs to one thread.
 */
public final class MiningJob {
    /** Transactions that one block takes at most, the coinbase not counted. */
    public static final int MAX_TRANSACTIONS = 5_000;

    /** A parent's clock that runs ahead of ours by more than this is not followed into the future. */
    public static final long MAX_PARENT_LEAD_MILLIS = 60_000;

    /** PolyTorus's nonce is an i32 that counts up from 0. */
    private static final int ALL_NONCES = Integer.MAX_VALUE;

    private static final int MAX_DIFFICULTY = 2 * Hash.BYTES;

    private final Block parent;
    private final List<Transaction> transactions;
    private final int difficulty;
    private final Bytes commitment;
    private final int nonces;
    private long timestampMillis;
    private NonceSearch search;
    private int nextNonce;
    private long attempts;

    /**
     * Begins the search.
     *
     * @param nonces how many nonces a timestamp has; fewer than all only in tests
     */
    MiningJob(Block parent, List<Transaction> transactions, int difficulty, long timestampMillis, int nonces) {
        this.parent = parent;
        this.transactions = List.copyOf(transactions);
        this.difficulty = difficulty;
        this.commitment = Commitment.of(transactions);
        this.timestampMillis = timestampMillis;
        this.nonces = nonces;
        this.search = search();
    }

    /**
     * Begins a block with the coinbase and the waiting transactions that fit.
     *
     * @param maxBlockBytes what the encoded block may weigh; the coinbase goes in regardless
     * @param difficulty hex zeros that the hash shall start with, 0 to 64
     * @param nowMillis the block's timestamp, unless the parent's is not before it: then it is the parent's plus one
     */
    public static MiningJob on(
            Block parent, Transaction coinbase, Mempool mempool, int maxBlockBytes, int difficulty, long nowMillis) {
        if (difficulty < 0 || difficulty > MAX_DIFFICULTY) {
            throw new IllegalArgumentException("A hash starts with 0 to 64 hex zeros; asked for " + difficulty);
        }
        long timestamp = timestamp(parent, nowMillis);
        MiningJob empty = new MiningJob(parent, List.of(coinbase), difficulty, timestamp, ALL_NONCES);
        int room = maxBlockBytes - EncodedSize.of(empty.block(0, Genesis.HASH));
        List<Transaction> transactions = new ArrayList<>();
        transactions.add(coinbase);
        transactions.addAll(mempool.select(room, MAX_TRANSACTIONS));
        return new MiningJob(parent, transactions, difficulty, timestamp, ALL_NONCES);
    }

    /** The height of the block that is searched for. */
    public int height() {
        return Math.addExact(parent.height(), 1);
    }

    /** The hash text of the block it would stand on. */
    public String parentHash() {
        return parent.hash();
    }

    /** Hashes made so far. */
    public long attempts() {
        return attempts;
    }

    /**
     * Tries the next {@code count} nonces, from 0 upwards. When they run out, the timestamp advances by a millisecond
     * and they begin anew.
     *
     * @return the block, or null if none of them did the work; after a block the job is done and must not be asked again
     */
    public @Nullable Block tryNonces(int count) {
        int left = count;
        while (left > 0) {
            int slice = Math.min(left, nonces - nextNonce);
            OptionalInt nonce = search.find(nextNonce, slice);
            if (nonce.isPresent()) {
                attempts += nonce.getAsInt() - nextNonce + 1L;
                return block(nonce.getAsInt(), search.hash(nonce.getAsInt()));
            }
            attempts += slice;
            left -= slice;
            advance(slice);
        }
        return null;
    }

    private void advance(int tried) {
        nextNonce += tried;
        if (nextNonce == nonces) {
            timestampMillis++;
            nextNonce = 0;
            search = search();
        }
    }

    private NonceSearch search() {
        return new NonceSearch(parent.hash(), commitment, UInt128.of(timestampMillis), difficulty);
    }

    private Block block(int nonce, Hash hash) {
        return new Block(
                UInt128.of(timestampMillis),
                transactions,
                parent.hash(),
                hash.toString(),
                nonce,
                height(),
                difficulty,
                DifficultyConfig.DEFAULT,
                statistics(),
                commitment);
    }

    /**
     * One block, as many attempts as hashes were made, and as its time what lies between it and its parent: the job has no
     * clock, and how long this machine hashed would say nothing about the chain.
     */
    private MiningStats statistics() {
        UInt128 sinceParent = millisSinceParent();
        return new MiningStats(sinceParent, List.of(sinceParent), attempts, 1);
    }

    private UInt128 millisSinceParent() {
        UInt128 timestamp = UInt128.of(timestampMillis);
        boolean isLater = timestamp.compareTo(parent.timestamp()) > 0;
        return isLater ? UInt128.of(timestampMillis - parent.timestamp().low()) : UInt128.ZERO;
    }

    private static long timestamp(Block parent, long nowMillis) {
        UInt128 claimed = parent.timestamp();
        boolean isCloseBy = claimed.compareTo(UInt128.of(nowMillis + MAX_PARENT_LEAD_MILLIS)) <= 0;
        return isCloseBy ? Math.max(nowMillis, claimed.low() + 1) : nowMillis;
    }
}

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
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.UInt128;

/** Blocks for tests: valid ones at difficulty 1, and single changes to them. */
final class Blocks {
    static final int DIFFICULTY = 1;

    private Blocks() {}

    /** A valid block on {@code parent}; another {@code salt} makes another block. */
    static Block on(Block parent, int salt, Transaction... payments) {
        int height = parent.height() + 1;
        List<Transaction> transactions = new ArrayList<>();
        transactions.add(TransactionFactory.reward(height, "miner", new PeerId(0, salt)));
        transactions.addAll(List.of(payments));
        return mined(parent.hash(), height, DIFFICULTY, transactions);
    }

    static Block mined(String previousHash, int height, long difficulty, List<Transaction> transactions) {
        return mined(previousHash, height, difficulty, transactions, Commitment.of(transactions));
    }

    /** Does the work for whatever is given, valid or not. */
    static Block mined(
            String previousHash, int height, long difficulty, List<Transaction> transactions, Bytes commitment) {
        UInt128 timestamp = UInt128.of(1_750_000_000_123L + height);
        NonceSearch search = new NonceSearch(previousHash, commitment, timestamp, difficulty);
        OptionalInt nonce = search.find(0, 1_000_000);
        Hash hash = search.hash(nonce.orElseThrow());
        return new Block(
                timestamp,
                transactions,
                previousHash,
                hash.toString(),
                nonce.getAsInt(),
                height,
                difficulty,
                DifficultyConfig.DEFAULT,
                MiningStats.NONE,
                commitment);
    }

    static Block withCommitment(Block block, @Nullable Bytes commitment) {
        return copy(block, block.hash(), block.height(), block.transactions(), commitment);
    }

    static Block withHash(Block block, String hash) {
        return copy(block, hash, block.height(), block.transactions(), block.commitment());
    }

    static Block withHeight(Block block, int height) {
        return copy(block, block.hash(), height, block.transactions(), block.commitment());
    }

    static Block withTransactions(Block block, List<Transaction> transactions) {
        return copy(block, block.hash(), block.height(), transactions, block.commitment());
    }

    private static Block copy(
            Block block, String hash, int height, List<Transaction> transactions, @Nullable Bytes commitment) {
        return new Block(
                block.timestamp(),
                transactions,
                block.previousHash(),
                hash,
                block.nonce(),
                height,
                block.difficulty(),
                block.difficultyConfig(),
                block.miningStats(),
                commitment);
    }
}

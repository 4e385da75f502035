package org.polytorus.simulator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block as it travels. Hash and commitment are what its maker claims: validation recomputes them.
 *
 * @param timestamp milliseconds since the Unix epoch
 * @param difficulty hex zeros the hash starts with, unsigned
 * @param commitment the serialized commitment to the transactions
 */
public record Block(
        UInt128 timestamp,
        List<Transaction> transactions,
        String previousHash,
        String hash,
        int nonce,
        int height,
        long difficulty,
        DifficultyConfig difficultyConfig,
        MiningStats miningStats,
        @Nullable Bytes commitment) {

    public Block {
        transactions = List.copyOf(transactions);
    }
}

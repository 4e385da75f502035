package org.polytorus.simulator.wire;

import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.DifficultyConfig;
import org.polytorus.simulator.model.MiningStats;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.UInt128;

/** Blocks in bincode, as they travel. (A block's hash is taken over some of its fields only, not over these bytes.) */
public final class BlockEncoding {
    private BlockEncoding() {}

    /** Writes the whole block. */
    public static void writeBlock(BincodeWriter writer, Block block) {
        writer.writeU128(block.timestamp());
        writer.writeU64(block.transactions().size());
        for (Transaction transaction : block.transactions()) {
            TransactionEncoding.writeTransaction(writer, transaction);
        }
        writer.writeString(block.previousHash());
        writer.writeString(block.hash());
        writer.writeU32(block.nonce());
        writer.writeU32(block.height());
        writer.writeU64(block.difficulty());
        writeDifficultyConfig(writer, block.difficultyConfig());
        writeMiningStats(writer, block.miningStats());
        writer.writeOptionalBytes(block.commitment());
    }

    private static void writeDifficultyConfig(BincodeWriter writer, DifficultyConfig config) {
        writer.writeU64(config.baseDifficulty());
        writer.writeU64(config.minDifficulty());
        writer.writeU64(config.maxDifficulty());
        writer.writeF64(config.adjustmentFactor());
        writer.writeF64(config.tolerancePercentage());
    }

    private static void writeMiningStats(BincodeWriter writer, MiningStats stats) {
        writer.writeU128(stats.averageMiningTime());
        writer.writeU64(stats.recentBlockTimes().size());
        for (UInt128 time : stats.recentBlockTimes()) {
            writer.writeU128(time);
        }
        writer.writeU64(stats.totalAttempts());
        writer.writeU64(stats.successfulMines());
    }
}

package org.polytorus.simulator.wire;

import java.util.List;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.DifficultyConfig;
import org.polytorus.simulator.model.MiningStats;
import org.polytorus.simulator.model.UInt128;

/** The other direction of {@link BlockEncoding}. */
final class BlockDecoding {
    private static final int U128_BYTES = 16;

    private BlockDecoding() {}

    static Block readBlock(BincodeReader reader) throws WireException {
        return new Block(
                reader.readU128("timestamp"),
                TransactionDecoding.readTransactions(reader),
                reader.readString("prev_block_hash"),
                reader.readString("hash"),
                reader.readU32("nonce"),
                reader.readU32("height"),
                reader.readU64("difficulty"),
                readDifficultyConfig(reader),
                readMiningStats(reader),
                reader.readOptionalBytes("verkle_root_commitment"));
    }

    private static DifficultyConfig readDifficultyConfig(BincodeReader reader) throws WireException {
        return new DifficultyConfig(
                reader.readU64("base_difficulty"),
                reader.readU64("min_difficulty"),
                reader.readU64("max_difficulty"),
                reader.readF64("adjustment_factor"),
                reader.readF64("tolerance_percentage"));
    }

    private static MiningStats readMiningStats(BincodeReader reader) throws WireException {
        return new MiningStats(
                reader.readU128("avg_mining_time"),
                readTimes(reader),
                reader.readU64("total_attempts"),
                reader.readU64("successful_mines"));
    }

    private static List<UInt128> readTimes(BincodeReader reader) throws WireException {
        UInt128[] times = new UInt128[reader.readListLength("the list recent_block_times", U128_BYTES)];
        for (int i = 0; i < times.length; i++) {
            times[i] = reader.readU128("one of recent_block_times");
        }
        return List.of(times);
    }
}

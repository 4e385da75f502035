package org.polytorus.simulator.model;

import java.util.List;

/** The miner's own bookkeeping, carried in every block and covered by no hash. Times are milliseconds. */
public record MiningStats(
        UInt128 averageMiningTime, List<UInt128> recentBlockTimes, long totalAttempts, long successfulMines) {

    public static final MiningStats NONE = new MiningStats(UInt128.ZERO, List.of(), 0, 0);

    public MiningStats {
        recentBlockTimes = List.copyOf(recentBlockTimes);
    }
}

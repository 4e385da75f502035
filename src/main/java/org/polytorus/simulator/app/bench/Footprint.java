package org.polytorus.simulator.app.bench;

import java.util.List;

/**
 * What it takes to connect many.
 *
 * @param nanos from the start until the last two were connected
 * @param cpuNanos the CPU time that all threads spent on it meanwhile, but those of the virtual machine
 * @param heapBytes what was in use then, after a collection, more than before
 */
record Footprint(long nanos, long cpuNanos, long heapBytes) {
    private static final int COLLECTIONS = 3;

    /**
     * What several rounds come to: the least time, since the others tell what else the machine was doing, and the median of
     * the heap, since now and then something of the round before is freed in a round.
     */
    static Footprint of(List<Footprint> rounds) {
        return new Footprint(
                rounds.stream().mapToLong(Footprint::nanos).min().orElseThrow(),
                rounds.stream().mapToLong(Footprint::cpuNanos).min().orElseThrow(),
                rounds.stream()
                        .mapToLong(Footprint::heapBytes)
                        .sorted()
                        .skip(rounds.size() / 2)
                        .findFirst()
                        .orElseThrow());
    }

    /** Bytes in use; what only references keep alive needs more than one collection. */
    static long heapAfterGc() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

package org.polytorus.simulator.app.bench;

/**
 * What it takes to connect many.
 *
 * @param nanos from the start until the last two were connected
 * @param heapBytes what was in use then, after a collection, more than before
 */
record Footprint(long nanos, long heapBytes) {
    private static final int COLLECTIONS = 3;

    /** Bytes in use; what only references keep alive needs more than one collection. */
    static long heapAfterGc() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

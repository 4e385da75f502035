package org.polytorus.simulator.app.scenario;

/** What the program itself uses. */
final class ProgramMemory {

    private ProgramMemory() {}

    /** The heap in use, with what nobody needs any more and is not collected yet. */
    static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

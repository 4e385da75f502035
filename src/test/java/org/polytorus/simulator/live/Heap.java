package org.polytorus.simulator.live;

import java.lang.management.ManagementFactory;

/** What is really in use. */
final class Heap {
    private Heap() {}

    /** The bytes that are left after the collector has been through twice, since references may need a second time. */
    static long usedAfterGc() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

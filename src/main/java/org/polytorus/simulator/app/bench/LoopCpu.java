package org.polytorus.simulator.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** The CPU time of the event loops whose threads have a name that begins so, as far as they run when this is made. */
final class LoopCpu {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Long> loops;

    LoopCpu(String namePrefix) {
        loops = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(namePrefix))
                .map(Thread::threadId)
                .toList();
    }

    /** What they have spent until now. */
    long nanos() {
        return loops.stream()
                .mapToLong(THREADS::getThreadCpuTime)
                .filter(nanos -> nanos > 0)
                .sum();
    }
}

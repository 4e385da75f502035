package org.polytorus.simulator.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** The CPU time of threads, as far as they run when this is made: a thread that has ended tells nothing any more. */
final class LoopCpu {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Long> loops;

    /** Of all threads whose names begin so. */
    LoopCpu(String namePrefix) {
        loops = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(namePrefix))
                .map(Thread::threadId)
                .toList();
    }

    /** What the calling thread and threads of this name have spent, the latter since they began. */
    static long nanosWith(String namePrefix) {
        return THREADS.getCurrentThreadCpuTime() + new LoopCpu(namePrefix).nanos();
    }

    /** What they have spent until now. */
    long nanos() {
        return loops.stream()
                .mapToLong(THREADS::getThreadCpuTime)
                .filter(nanos -> nanos > 0)
                .sum();
    }
}

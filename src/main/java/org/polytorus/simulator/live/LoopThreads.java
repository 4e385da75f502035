package org.polytorus.simulator.live;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The threads of a testnet's event loops, kept so that a close can wait until they are gone, not only idle. */
final class LoopThreads extends DefaultThreadFactory {
    private static final long JOIN_MILLIS = 5_000;

    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    LoopThreads() {
        super(LiveTestnet.THREAD_PREFIX + "loop", true);
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = super.newThread(task);
        threads.add(thread);
        return thread;
    }

    void join() {
        threads.forEach(LoopThreads::join);
    }

    /** Waits until a thread that was told to end has ended. Who interrupts the wait finds the interrupt still set. */
    static void join(Thread thread) {
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException whileWaiting) {
            Thread.currentThread().interrupt();
        }
    }
}

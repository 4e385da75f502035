package org.polytorus.simulator.http;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Makes the thread of the interfaces' event loop, and keeps it so that a close can wait until it is gone. */
final class LoopThread extends DefaultThreadFactory {
    private static final long JOIN_MILLIS = 5_000;

    private final Queue<Thread> made = new ConcurrentLinkedQueue<>();

    LoopThread() {
        super("testnet-http", true);
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = super.newThread(task);
        made.add(thread);
        return thread;
    }

    /** Waits until the loop has ended. Who interrupts the wait finds the interrupt still set. */
    void join() {
        try {
            for (Thread thread : made) {
                thread.join(JOIN_MILLIS);
            }
        } catch (InterruptedException whileWaiting) {
            Thread.currentThread().interrupt();
        }
    }
}

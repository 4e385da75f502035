package org.polytorus.simulator.live;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.PropagationLook;
import org.polytorus.simulator.host.Report;

/**
 * What nodes saw, on its way from the event loops to the testnet's thread, the only one that takes. Bounded; nobody waits for
 * room, nor for a lock: in a flood all loops would queue up for it.
 */
final class ReportQueue {
    static final int CAPACITY = 10_000;
    static final int ROOM_OF_COPIES = CAPACITY / 2;

    /** With fewer, copies wake nobody: to rouse a thread takes as long as some messages, and a picture is drawn soon anyway. */
    private static final int MANY_COPIES = ROOM_OF_COPIES / 2;

    private final Queue<Report> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final LongAdder overflowed = new LongAdder();
    private final LongAdder missedCopies = new LongAdder();
    /** Who waits for a report. */
    private volatile @Nullable Thread sleeper;

    /** Copies on their way are many: they find room while half of it is free, so that they never crowd out the rest. */
    void offer(Report report) {
        if (PropagationLook.isAboutCopy(report.observation())) {
            if (!put(report, ROOM_OF_COPIES)) {
                missedCopies.increment();
            } else if (size.get() >= MANY_COPIES) {
                wake();
            }
        } else if (put(report, CAPACITY)) {
            wake();
        } else {
            overflowed.increment();
        }
    }

    private boolean put(Report report, int room) {
        if (size.get() >= room) {
            return false;
        }
        if (size.incrementAndGet() > room) {
            size.decrementAndGet();
            return false;
        }
        queue.add(report);
        return true;
    }

    private void wake() {
        Thread asleep = sleeper;
        if (asleep != null) {
            sleeper = null;
            LockSupport.unpark(asleep);
        }
    }

    /** The oldest, soon after there is one; null if there is none in that time. */
    @Nullable
    Report poll(long timeoutNanos) throws InterruptedException {
        long end = System.nanoTime() + timeoutNanos;
        Report next = take();
        for (long left = timeoutNanos; next == null && left > 0; left = end - System.nanoTime()) {
            sleeper = Thread.currentThread();
            // Once more, now that whoever offers knows of the sleeper.
            next = take();
            if (next == null) {
                LockSupport.parkNanos(this, left);
                next = take();
            }
            sleeper = null;
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return next;
    }

    private @Nullable Report take() {
        Report next = queue.poll();
        if (next != null) {
            size.decrementAndGet();
        }
        return next;
    }

    /** How many reports were thrown away because the queue was full, but for those about copies. */
    long overflowed() {
        return overflowed.sum();
    }

    /** How many reports about copies were thrown away. */
    long missedCopies() {
        return missedCopies.sum();
    }
}

package org.polytorus.simulator.live;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.PropagationLook;
import org.polytorus.simulator.host.Report;

/** What nodes saw, on its way from the event loops to the testnet's thread. Bounded; nobody waits for room. */
final class ReportQueue {
    static final int CAPACITY = 10_000;
    static final int ROOM_OF_COPIES = CAPACITY / 2;

    private final ArrayBlockingQueue<Report> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final LongAdder overflowed = new LongAdder();
    private final LongAdder missedCopies = new LongAdder();

    /** Copies on their way are many: they find room while half of it is free, so that they never crowd out the rest. */
    void offer(Report report) {
        if (PropagationLook.isAboutCopy(report.observation())) {
            if (queue.remainingCapacity() <= CAPACITY - ROOM_OF_COPIES || !queue.offer(report)) {
                missedCopies.increment();
            }
        } else if (!queue.offer(report)) {
            overflowed.increment();
        }
    }

    /** The oldest, as soon as there is one; null if there is none in that time. */
    @Nullable
    Report poll(long timeoutNanos) throws InterruptedException {
        return queue.poll(timeoutNanos, TimeUnit.NANOSECONDS);
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

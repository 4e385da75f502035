package org.polytorus.simulator.app.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * How fast a counter grows, after it has had time to get up to speed. A counter that is copied now and then stands still
 * between two copies, so the time is taken from one change to another, and a rate of 0 means that nothing came at all.
 */
final class Throughput {
    private static final int WARM_UP_SHARE = 3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long POLL_NANOS = 1_000_000;
    /** How much longer than wished it may take until the counter has changed often enough. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LongSupplier counter;
    private long count;
    private long changedNanos;

    private Throughput(LongSupplier counter) {
        this.counter = counter;
        count = counter.getAsLong();
        changedNanos = System.nanoTime();
    }

    /** Watches the counter for {@code duration}, the first third of which does not count. */
    static double perSecond(LongSupplier counter, Duration duration) {
        return new Throughput(counter).measure(duration);
    }

    private double measure(Duration duration) {
        long begin = System.nanoTime();
        long patienceEnds = begin + duration.plus(PATIENCE).toNanos();
        if (!watch(begin + duration.toNanos() / WARM_UP_SHARE, patienceEnds)) {
            return 0;
        }
        long firstCount = count;
        long firstNanos = changedNanos;
        boolean grew = watch(begin + duration.toNanos(), patienceEnds);
        return grew ? (count - firstCount) * NANOS_PER_SECOND / (changedNanos - firstNanos) : 0;
    }

    /** Waits until the time has come and the counter has changed since the call; false if it never did. */
    private boolean watch(long untilNanos, long patienceEnds) {
        boolean changed = false;
        for (long now = System.nanoTime(); now < untilNanos || !changed; now = System.nanoTime()) {
            if (now > patienceEnds) {
                return changed;
            }
            LockSupport.parkNanos(POLL_NANOS);
            long seen = counter.getAsLong();
            if (seen != count) {
                count = seen;
                changedNanos = System.nanoTime();
                changed = true;
            }
        }
        return true;
    }
}

package org.polytorus.simulator.app.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * How fast a counter grows by the clock and by the CPU time that it takes, after it has had time to get up to speed. A counter that is copied now and then stands still
 * between two copies, so the time is taken from one change to another, and a rate of 0 means that nothing came at all.
 */
final class Throughput {
    private static final int WARM_UP_SHARE = 3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long POLL_NANOS = 1_000_000;
    /** How much longer than wished it may take until the counter has changed often enough. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LongSupplier counter;
    private final LongSupplier cpuNanos;
    private long count;
    private long changedNanos;
    private long changedCpuNanos;

    private Throughput(LongSupplier counter, LongSupplier cpuNanos) {
        this.counter = counter;
        this.cpuNanos = cpuNanos;
        count = counter.getAsLong();
        changed();
    }

    /**
     * How fast it grew. Other programs that are busy too slow it down by the clock, but hardly by the CPU time of the threads
     * that do the work.
     */
    record Rate(double perSecond, double perCpuSecond) {
        static final Rate NONE = new Rate(0, 0);

        /** The better of two measurements of the same thing, by either measure. */
        Rate best(Rate other) {
            return new Rate(Math.max(perSecond, other.perSecond), Math.max(perCpuSecond, other.perCpuSecond));
        }
    }

    /**
     * Watches the counter for {@code duration}, the first third of which does not count.
     *
     * @param cpuNanos the CPU time that was spent on it until now
     */
    static Rate measure(LongSupplier counter, LongSupplier cpuNanos, Duration duration) {
        return new Throughput(counter, cpuNanos).measure(duration);
    }

    private Rate measure(Duration duration) {
        long begin = System.nanoTime();
        long patienceEnds = begin + duration.plus(PATIENCE).toNanos();
        if (!watch(begin + duration.toNanos() / WARM_UP_SHARE, patienceEnds)) {
            return Rate.NONE;
        }
        long firstCount = count;
        long firstNanos = changedNanos;
        long firstCpuNanos = changedCpuNanos;
        if (!watch(begin + duration.toNanos(), patienceEnds)) {
            return Rate.NONE;
        }
        double grown = (count - firstCount) * NANOS_PER_SECOND;
        return new Rate(grown / (changedNanos - firstNanos), grown / Math.max(1, changedCpuNanos - firstCpuNanos));
    }

    private void changed() {
        changedNanos = System.nanoTime();
        changedCpuNanos = cpuNanos.getAsLong();
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
                changed();
                changed = true;
            }
        }
        return true;
    }
}

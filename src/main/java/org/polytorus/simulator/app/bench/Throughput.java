package org.polytorus.simulator.app.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** How fast a counter grows, after it has had time to get up to speed. */
final class Throughput {
    private static final int WARM_UP_SHARE = 3;
    private static final double NANOS_PER_SECOND = 1e9;

    private Throughput() {}

    /** Watches the counter for {@code duration}, the first third of which does not count. */
    static double perSecond(LongSupplier counter, Duration duration) {
        long warmUpNanos = duration.toNanos() / WARM_UP_SHARE;
        pass(warmUpNanos);
        long before = counter.getAsLong();
        long start = System.nanoTime();
        pass(duration.toNanos() - warmUpNanos);
        long elapsed = System.nanoTime() - start;
        return (counter.getAsLong() - before) * NANOS_PER_SECOND / elapsed;
    }

    private static void pass(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}

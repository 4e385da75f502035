package org.polytorus.simulator.live;

import java.time.Duration;
import java.time.Instant;

/**
 * Nanoseconds since the Unix epoch that never run backwards: the wall clock is read once, from then on the monotone clock
 * counts. A wall clock that is set meanwhile disturbs no node.
 */
final class EpochClock {
    private final long offsetNanos;

    EpochClock() {
        Duration sinceEpoch = Duration.between(Instant.EPOCH, Instant.now());
        offsetNanos = sinceEpoch.toNanos() - System.nanoTime();
    }

    long epochNanos() {
        return System.nanoTime() + offsetNanos;
    }
}

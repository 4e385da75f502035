package org.polytorus.simulator.app.record;

import java.time.Duration;
import java.time.Instant;

/**
 * The moment at which a run on sockets was asked for: nothing that its nodes do is earlier, and its own clock, by which steps are
 * done, begins when they have started.
 *
 * @param epochNanos nanoseconds since the Unix epoch
 * @param monotoneNanos the same moment on the clock that is never set
 */
public record RunStart(long epochNanos, long monotoneNanos) {

    /** This moment. */
    public static RunStart now() {
        return new RunStart(Duration.between(Instant.EPOCH, Instant.now()).toNanos(), System.nanoTime());
    }

    /** How long ago it was. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - monotoneNanos);
    }
}

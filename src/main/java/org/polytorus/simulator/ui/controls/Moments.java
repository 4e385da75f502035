package org.polytorus.simulator.ui.controls;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.VirtualClock;

/** How moments of a testnet are written: in real time by the clock on the wall, in virtual time since it began. */
public record Moments(boolean isVirtual, long beginNanos) {
    public static final Moments REAL = new Moments(false, 0);

    /** For a testnet with that virtual time, or with none. */
    public static Moments of(@Nullable VirtualClock clock) {
        return clock == null ? REAL : new Moments(true, clock.beginNanos());
    }

    /** A moment in nanoseconds since the Unix epoch, as a person reads it. */
    public String text(long epochNanos) {
        return isVirtual ? Quantities.stopwatch(epochNanos - beginNanos) : Quantities.timeOfDay(epochNanos);
    }
}

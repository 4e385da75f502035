package org.polytorus.simulator.app.virtual;

import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.sim.Simulation;

/** Lets a simulation go on as fast as it is meant to, a little at a time. For one thread. */
final class Pacer {
    /** How long a burst of events may take, so that commands and pictures need not wait. */
    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    /** Who lags behind by more than this goes on from where it is, instead of running after the time. */
    private static final long MAX_LAG_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int EVENTS_BETWEEN_LOOKS = 64;

    private final Simulation simulation;
    private Pace pace;
    private long baseRealNanos;
    private long baseVirtualNanos;

    Pacer(Simulation simulation, Pace pace) {
        this.simulation = simulation;
        this.pace = pace;
        rebase();
    }

    void setPace(Pace changed) {
        pace = changed;
        rebase();
    }

    /** Goes on for one burst; how many nanoseconds nothing is to be done afterwards. */
    long goOn() {
        return switch (pace) {
            case Pace.Paused _ -> IDLE_NANOS;
            case Pace.Unlimited _ -> {
                burst(Long.MAX_VALUE);
                yield 0;
            }
            case Pace.Times times -> follow(times.factor());
        };
    }

    private long follow(double factor) {
        long target = baseVirtualNanos + (long) ((System.nanoTime() - baseRealNanos) * factor);
        if (burst(target)) {
            simulation.runUntil(target);
            return (long) Math.clamp((simulation.nextNanos() - target) / factor, 0.0, (double) IDLE_NANOS);
        }
        if (target - simulation.nowNanos() > MAX_LAG_NANOS * factor) {
            rebase();
        }
        return 0;
    }

    /** Whether all events up to {@code target} have happened. */
    private boolean burst(long target) {
        long end = System.nanoTime() + BURST_NANOS;
        do {
            for (int i = 0; i < EVENTS_BETWEEN_LOOKS; i++) {
                if (!simulation.stepUntil(target)) {
                    return true;
                }
            }
        } while (System.nanoTime() - end < 0);
        return false;
    }

    private void rebase() {
        baseRealNanos = System.nanoTime();
        baseVirtualNanos = simulation.nowNanos();
    }
}

package org.polytorus.simulator.app.virtual;

import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.Pace;
import org.polytorus.simulator.testnet.VirtualClock;

/** Lets a simulation go on as fast as it is meant to, a little at a time. For one thread. */
final class Pacer {
    /** How long a burst of events may take, so that commands and pictures need not wait. */
    private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    /** Who lags behind by more than this goes on from where it is, instead of running after the time. */
    private static final long MAX_LAG_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long PAUSED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int EVENTS_BETWEEN_LOOKS = 64;
    private static final long NO_GOAL = Long.MIN_VALUE;

    private final Simulation simulation;
    private final long beginNanos;
    private final PaceMeter meter = new PaceMeter();
    private Pace pace;
    private long baseRealNanos;
    private long baseVirtualNanos;
    private long goalNanos = NO_GOAL;

    Pacer(Simulation simulation, Pace pace) {
        this.simulation = simulation;
        this.pace = pace;
        beginNanos = simulation.nowNanos();
        rebase();
        meter.restart(baseRealNanos, baseVirtualNanos);
    }

    /** Goes on at another pace from here on. */
    void setPace(Pace changed) {
        pace = changed;
        goalNanos = NO_GOAL;
        rebase();
        meter.restart(baseRealNanos, baseVirtualNanos);
    }

    /** Pauses, once that much more time has passed as fast as it goes. */
    void pauseAfter(long nanos) {
        long from = hasGoal() ? goalNanos : simulation.nowNanos();
        setPace(new Pace.Paused());
        goalNanos = from + nanos;
    }

    /** Whether time still goes on to where it is to pause. */
    boolean hasGoal() {
        return goalNanos != NO_GOAL;
    }

    /** How far it is and how fast it goes. */
    VirtualClock clock() {
        meter.look(System.nanoTime(), simulation.nowNanos());
        return new VirtualClock(beginNanos, simulation.nowNanos(), pace, meter.achieved());
    }

    /** Goes on for one burst; how many nanoseconds nothing is to be done afterwards. */
    long goOn() {
        if (hasGoal()) {
            runToGoal();
            return 0;
        }
        return switch (pace) {
            case Pace.Paused _ -> PAUSED_NANOS;
            case Pace.Unlimited _ -> {
                boolean nothingToCome = burst(Long.MAX_VALUE);
                yield nothingToCome ? PAUSED_NANOS : 0;
            }
            case Pace.Times times -> follow(times.factor());
        };
    }

    private void runToGoal() {
        if (burst(goalNanos)) {
            simulation.runUntil(goalNanos);
            goalNanos = NO_GOAL;
        }
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

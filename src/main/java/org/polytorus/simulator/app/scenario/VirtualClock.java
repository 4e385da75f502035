package org.polytorus.simulator.app.scenario;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.app.run.StopSignal;
import org.polytorus.simulator.sim.Simulation;

/**
 * Virtual time, which goes on while somebody sleeps, as fast as the machine can, on the thread that sleeps. Ctrl+C wakes it
 * before its time.
 */
final class VirtualClock implements Clocked {
    /** Events between two looks at Ctrl+C and at the real time. */
    private static final int BURST = 1_000;

    private static final long SIGN_OF_LIFE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Simulation simulation;
    private final StopSignal stop;
    private final ScenarioLines lines;
    private long toldNanos = System.nanoTime();

    /** @param lines get a sign of life every two real seconds, for who waits and sees nothing else */
    VirtualClock(Simulation simulation, StopSignal stop, ScenarioLines lines) {
        this.simulation = simulation;
        this.stop = stop;
        this.lines = lines;
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(simulation.nowNanos() - Simulation.BEGIN_NANOS);
    }

    @Override
    public boolean sleepUntil(Duration time) throws InterruptedException {
        long target = Simulation.BEGIN_NANOS + time.toNanos();
        while (burst(target)) {
            if (stop.await(Duration.ZERO)) {
                return false;
            }
            tellNowAndThen();
        }
        simulation.runUntil(target);
        return !stop.await(Duration.ZERO);
    }

    /** Whether there may be more to happen until then. */
    private boolean burst(long target) {
        for (int i = 0; i < BURST; i++) {
            if (!simulation.stepUntil(target)) {
                return false;
            }
        }
        return true;
    }

    private void tellNowAndThen() {
        long now = System.nanoTime();
        if (now - toldNanos >= SIGN_OF_LIFE_NANOS) {
            lines.status(elapsed(), simulation.snapshot());
            toldNanos = now;
        }
    }
}

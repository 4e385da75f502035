package org.polytorus.simulator.app.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** The snapshots of a simulation: ten in a second of the world's time, fewer where they would take most of the work. */
final class Pictures {
    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** So many times as long as a picture took, the next one waits: thousands of nodes are not drawn at a stroke. */
    private static final long GAP_PER_COST = 4;

    private final Simulation simulation;
    private volatile TestnetSnapshot latest;
    private long dueNanos = System.nanoTime();
    private long happened;
    private long virtualNanos;

    Pictures(Simulation simulation) {
        this.simulation = simulation;
        happened = simulation.happened();
        virtualNanos = simulation.nowNanos();
        latest = simulation.snapshot();
    }

    /** From any thread. */
    TestnetSnapshot latest() {
        return latest;
    }

    /** Takes one if it is time for one and anything has changed. */
    void takeIfDue() {
        boolean changed = simulation.happened() != happened || simulation.nowNanos() != virtualNanos;
        if (changed && System.nanoTime() - dueNanos >= 0) {
            take();
        }
    }

    /** Takes one at once. */
    void take() {
        long began = System.nanoTime();
        happened = simulation.happened();
        virtualNanos = simulation.nowNanos();
        latest = simulation.snapshot();
        long ended = System.nanoTime();
        dueNanos = ended + Math.max(GAP_NANOS, GAP_PER_COST * (ended - began));
    }

    /** Takes one that says what has gone wrong, too. */
    void takeWith(String problem) {
        take();
        List<String> problems = new ArrayList<>(latest.problems());
        problems.add(problem);
        latest = latest.withProblems(problems);
    }
}

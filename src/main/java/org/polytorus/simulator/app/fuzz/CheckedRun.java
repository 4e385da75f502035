package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.invariant.Violation;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** One scenario in virtual time, held against all invariants: after every event at a node, every second as a whole. */
public final class CheckedRun {
    /**
     * Not a whole second: what a node sends by a timer of whole milliseconds would be on its way, and so in neither count, at
     * each look. This is longer by more than such a message travels.
     */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1) + TimeUnit.MICROSECONDS.toNanos(70);

    private final Scenario scenario;
    private final Coverage.OfRun coverage = new Coverage.OfRun();
    private final Watch watch;
    private long events;

    public CheckedRun(Scenario scenario) {
        this(scenario, sight -> sight);
    }

    /** @param seen what the invariants see in place of a node, so that a test can show them a node with a fault */
    CheckedRun(Scenario scenario, UnaryOperator<NodeSight> seen) {
        this.scenario = scenario;
        watch = new Watch(scenario.testnet(), coverage, seen);
    }

    Coverage.OfRun coverage() {
        return coverage;
    }

    /** How many events there were. */
    public long events() {
        return events;
    }

    /** The first violation, at which the run ends, or null. */
    @Nullable
    public Violation run() {
        Features.of(scenario.testnet()).forEach(coverage::met);
        Simulation simulation = new Simulation(scenario.testnet(), watch, false);
        watch.follow(simulation);
        for (Step step : scenario.steps()) {
            advance(simulation, step.at());
            if (watch.violation() != null) {
                return watch.violation();
            }
            carryOut(step, simulation);
            watch.check(simulation);
        }
        advance(simulation, scenario.duration());
        noteOutcome(simulation);
        events = simulation.happened();
        return watch.violation();
    }

    private void advance(Simulation simulation, Duration until) {
        long end = Simulation.BEGIN_NANOS + until.toNanos();
        while (simulation.nowNanos() < end && watch.violation() == null) {
            long next = Math.min(end, simulation.nowNanos() + LOOK_NANOS);
            while (watch.violation() == null && simulation.stepUntil(next)) {
                // Each event is checked as it happens.
            }
            if (watch.violation() == null) {
                simulation.runUntil(next);
                watch.check(simulation);
            }
        }
    }

    private void carryOut(Step step, Simulation simulation) {
        for (Action action : step.actions()) {
            for (TestnetCommand command : action.commands(simulation.snapshot())) {
                Features.of(command).forEach(coverage::met);
                boolean done = simulation.submit(command).done();
                if (!done) {
                    coverage.met("refused: " + Features.name(command));
                }
            }
        }
    }

    private void noteOutcome(Simulation simulation) {
        TestnetSnapshot end = simulation.snapshot();
        if (end.tips() == 1) {
            coverage.met("end: one tip");
        }
        if (end.components().size() == 1) {
            coverage.met("end: whole");
        }
        for (NodeSnapshot node : end.nodes()) {
            if (node.queueStats().totalMessagesDropped() > 0) {
                coverage.met("effect: messages given up");
            }
            if (node.orphanBlocks() > 0) {
                coverage.met("effect: orphans left");
            }
        }
    }
}

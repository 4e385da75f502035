package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.List;
import org.polytorus.simulator.app.check.Checks;
import org.polytorus.simulator.app.check.HandedOver;
import org.polytorus.simulator.app.check.VirtualChecks;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Runs a testnet in virtual time from start to summary, as fast as it goes, on the thread that calls. */
public final class VirtualRun {
    /** How long nobody looks whether the run is to end. */
    private static final Duration SLICE = Duration.ofMillis(100);

    private static final Duration SHOW_INTERVAL = Duration.ofSeconds(1);

    private final RunPlan plan;
    private final Progress progress;
    private final StopSignal stop;
    private final Simulation simulation;
    private final Checks checks;
    private final Rates rates = new Rates();
    private final long began = System.nanoTime();
    private long eventsSeen;
    private long shownNanos;

    public VirtualRun(RunPlan plan, Progress progress, StopSignal stop, Recorder recorder) {
        this.plan = plan;
        this.progress = progress;
        this.stop = stop;
        HandedOver counting = new HandedOver(recorder);
        simulation = new Simulation(plan.spec(), plan.check() ? counting : recorder, false);
        checks = plan.check() ? VirtualChecks.of(simulation, counting) : Checks.NONE;
    }

    /** Returns after the planned virtual time, or the stop signal, when everything is at rest. */
    public RunSummary run() throws InterruptedException {
        try {
            show();
            plan.onlooker().look(elapsed(), simulation::snapshot, simulation::eventsAfter);
            Duration planned = plan.duration();
            long end = planned == null ? Long.MAX_VALUE : Simulation.BEGIN_NANOS + planned.toNanos();
            while (simulation.nowNanos() < end && !progress.isBroken() && !stop.await(Duration.ZERO)) {
                simulation.runUntil(Math.min(end, simulation.nowNanos() + SLICE.toNanos()));
                showNowAndThen();
                plan.onlooker().look(elapsed(), simulation::snapshot, simulation::eventsAfter);
                checks.look(elapsed(), simulation::snapshot, false).forEach(this::tellBroken);
            }
            Duration ran = elapsed();
            WindDown.Rest rest = WindDown.of(simulation);
            show();
            checks.look(elapsed(), rest::snapshot, true).forEach(this::tellBroken);
            plan.onlooker().end(ran, rest.snapshot(), checks.result());
            return rest.summary(
                    plan.spec().seed(), ran, eventsSeen, plan.notes(), null, null, CheckSummary.of(checks.result()));
        } finally {
            progress.end();
        }
    }

    /** What the run came to, by now. */
    public VirtualWork work() {
        return new VirtualWork(elapsed(), Duration.ofNanos(System.nanoTime() - began), simulation.happened());
    }

    private Duration elapsed() {
        return Duration.ofNanos(simulation.nowNanos() - Simulation.BEGIN_NANOS);
    }

    private void showNowAndThen() {
        if (System.nanoTime() - shownNanos >= SHOW_INTERVAL.toNanos()) {
            show();
        }
    }

    private void show() {
        List<TestnetEvent> news = simulation.eventsAfter(eventsSeen);
        if (!news.isEmpty()) {
            eventsSeen = news.getLast().sequence();
        }
        TestnetSnapshot snapshot = simulation.snapshot();
        progress.show(new Progress.Moment(snapshot, rates.next(snapshot), elapsed(), news));
        shownNanos = System.nanoTime();
    }

    private void tellBroken(Checked.Broken found) {
        progress.broken(found);
        plan.onlooker().broken(found);
    }
}

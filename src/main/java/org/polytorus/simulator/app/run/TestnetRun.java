package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.WindowLauncher;
import org.polytorus.simulator.app.check.Checks;
import org.polytorus.simulator.app.check.LiveChecks;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetFactory;

/** Runs a testnet from start to summary without a window that anybody sees. */
public final class TestnetRun {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final TestnetFactory factory;
    private final WindowLauncher launcher;
    private final RunPlan plan;
    private final Progress progress;
    private final StopSignal stop;
    private final Rates rates = new Rates();
    private long eventsSeen;

    public TestnetRun(
            TestnetFactory factory, WindowLauncher launcher, RunPlan plan, Progress progress, StopSignal stop) {
        this.factory = factory;
        this.launcher = launcher;
        this.plan = plan;
        this.progress = progress;
        this.stop = stop;
    }

    /** Returns after the planned time, or the stop signal, when everything is at rest and closed. */
    public RunSummary run() throws InterruptedException {
        try (Testnet testnet = factory.start(plan.spec());
                PictureTaker picture = PictureTaker.of(launcher, plan, testnet)) {
            Checks checks = plan.check() ? new LiveChecks(testnet, plan.spec()) : Checks.NONE;
            Duration ran = watch(testnet, picture, checks);
            picture.takeIfMissing();
            WindDown.Rest rest = WindDown.of(testnet);
            showNow(testnet, ran, checks);
            checks.look(ran, rest::snapshot, true).forEach(this::tellBroken);
            plan.onlooker().end(ran, rest.snapshot(), checks.result());
            return rest.summary(
                    plan.spec().seed(),
                    ran,
                    eventsSeen,
                    picture.notesAnd(plan.notes()),
                    picture.saved(),
                    null,
                    CheckSummary.of(checks.result()));
        } finally {
            progress.end();
        }
    }

    private Duration watch(Testnet testnet, PictureTaker picture, Checks checks) throws InterruptedException {
        long start = System.nanoTime();
        Duration planned = plan.duration();
        while (true) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            picture.takeIfDue(elapsed);
            showNow(testnet, elapsed, checks);
            if (progress.isBroken() || (planned != null && elapsed.compareTo(planned) >= 0)) {
                return elapsed;
            }
            Duration pause = shorter(shorter(TICK, remaining(planned, elapsed)), picture.dueIn(elapsed));
            if (stop.await(pause)) {
                return Duration.ofNanos(System.nanoTime() - start);
            }
        }
    }

    private void showNow(Testnet testnet, Duration elapsed, Checks checks) throws InterruptedException {
        List<TestnetEvent> news = testnet.eventsAfter(eventsSeen);
        if (!news.isEmpty()) {
            eventsSeen = news.getLast().sequence();
        }
        var snapshot = testnet.snapshot();
        progress.show(new Progress.Moment(snapshot, rates.next(snapshot), elapsed, news));
        plan.onlooker().look(elapsed, () -> snapshot, testnet::eventsAfter);
        checks.look(elapsed, () -> snapshot, false).forEach(this::tellBroken);
    }

    private static @Nullable Duration remaining(@Nullable Duration planned, Duration elapsed) {
        return planned == null ? null : planned.minus(elapsed);
    }

    private static Duration shorter(Duration one, @Nullable Duration other) {
        return other == null || one.compareTo(other) <= 0 ? one : other;
    }

    private void tellBroken(Checked.Broken found) {
        progress.broken(found);
        plan.onlooker().broken(found);
    }
}

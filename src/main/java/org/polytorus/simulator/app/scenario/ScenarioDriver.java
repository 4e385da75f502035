package org.polytorus.simulator.app.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.polytorus.simulator.app.check.Checks;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Moment;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.ScenarioRun;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * Carries a scenario out on a testnet that runs. Waits for nothing but its clock, so that it works on a clock that only
 * goes on while somebody waits for it.
 */
public final class ScenarioDriver {
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(100);
    /** A command that has no effect for so long is told as refused. */
    private static final Duration LONGEST_COMMAND = Duration.ofSeconds(10);

    /** A step that was begun. */
    private record Begun(Step step, Duration at, List<String> obstacles, List<CompletableFuture<CommandResult>> parts) {
        boolean isDone() {
            return parts.stream().allMatch(CompletableFuture::isDone);
        }
    }

    private final Scenario scenario;
    private final Testnet testnet;
    private final Clocked clock;
    private final LongSupplier memoryBytes;
    private final Story story;
    private final Checks checks;
    private final ScenarioRun run;
    private final List<Begun> underWay = new ArrayList<>();
    private long eventsSeen;

    /** @param checks hold the testnet against what must always hold */
    public ScenarioDriver(
            Scenario scenario, Testnet testnet, Clocked clock, LongSupplier memoryBytes, Story story, Checks checks) {
        this.scenario = scenario;
        this.testnet = testnet;
        this.clock = clock;
        this.memoryBytes = memoryBytes;
        this.story = story;
        this.checks = checks;
        run = new ScenarioRun(scenario);
    }

    /** Returns when everything is done and judged, or when the clock says that it is to end. */
    public ScenarioResult drive() throws InterruptedException {
        Duration elapsed = clock.elapsed();
        lookAt(elapsed);
        while (!run.isOver(elapsed) && clock.sleepUntil(nextLook(elapsed))) {
            elapsed = clock.elapsed();
            lookAt(elapsed);
        }
        elapsed = clock.elapsed();
        tellEvents(elapsed);
        checks.look(elapsed, testnet::snapshot, true).forEach(story::broken);
        run.end(elapsed).forEach(story::verdict);
        ScenarioResult result =
                new ScenarioResult(scenario, elapsed, run.verdicts(elapsed), troubles(), checks.result());
        story.end(result);
        return result;
    }

    /** Begins what is due, takes a look, and tells what there is to tell. */
    private void lookAt(Duration elapsed) throws InterruptedException {
        List<Step> due = run.due(elapsed);
        for (Step step : due) {
            begin(step, elapsed);
        }
        collectDone(elapsed);
        Moment moment = new Moment(elapsed, testnet.snapshot(), memoryBytes.getAsLong());
        run.look(moment).forEach(story::verdict);
        story.look(moment);
        checks.look(elapsed, moment::snapshot, !due.isEmpty()).forEach(story::broken);
        tellEvents(elapsed);
    }

    private Duration nextLook(Duration elapsed) {
        Duration next = elapsed.plus(LOOK_INTERVAL);
        Duration due = run.next(elapsed);
        return due.compareTo(elapsed) > 0 && due.compareTo(next) < 0 ? due : next;
    }

    private void begin(Step step, Duration elapsed) {
        story.step(elapsed, step);
        TestnetSnapshot before = testnet.snapshot();
        List<String> obstacles = new ArrayList<>();
        List<CompletableFuture<CommandResult>> parts = new ArrayList<>();
        for (Action action : step.actions()) {
            String obstacle = action.obstacle(before);
            if (obstacle != null) {
                obstacles.add(obstacle);
            }
            action.commands(before)
                    .forEach(command -> parts.add(testnet.submit(command).toCompletableFuture()));
        }
        underWay.add(new Begun(step, elapsed, obstacles, parts));
    }

    /**
     * What is done is done as of the latest snapshot. In virtual time each snapshot is a new one: the look that follows does not
     * count yet, which at the time of a step would see what comes before and after it at once, but the next one does.
     */
    private void collectDone(Duration elapsed) {
        for (Iterator<Begun> all = underWay.iterator(); all.hasNext(); ) {
            Begun begun = all.next();
            boolean isLate = elapsed.minus(begun.at()).compareTo(LONGEST_COMMAND) > 0;
            if (begun.isDone() || isLate) {
                all.remove();
                run.done(begun.step(), testnet.snapshot().sequence(), refusals(begun));
            }
        }
    }

    private static List<String> refusals(Begun begun) {
        List<String> refusals = new ArrayList<>(begun.obstacles());
        for (CompletableFuture<CommandResult> part : begun.parts()) {
            if (!part.isDone()) {
                refusals.add("it had no effect within " + LONGEST_COMMAND.toSeconds() + " s.");
            } else if (!part.join().done()) {
                refusals.add(part.join().message());
            }
        }
        return refusals;
    }

    private void tellEvents(Duration elapsed) {
        List<TestnetEvent> news = testnet.eventsAfter(eventsSeen);
        if (!news.isEmpty()) {
            long lost = news.getFirst().sequence() - eventsSeen - 1;
            eventsSeen = news.getLast().sequence();
            story.events(elapsed, news, lost);
        }
    }

    /** How many events there were. */
    public long events() {
        return eventsSeen;
    }

    private List<String> troubles() {
        List<String> troubles = new ArrayList<>(run.refusals());
        if (run.refused() > troubles.size()) {
            troubles.add(run.refused() - troubles.size() + " more commands were refused");
        }
        testnet.snapshot().nodes().stream()
                .filter(node -> node.state() == NodeSnapshot.State.FAILED)
                .map(NodeSnapshot::problem)
                .forEach(troubles::add);
        return troubles;
    }
}

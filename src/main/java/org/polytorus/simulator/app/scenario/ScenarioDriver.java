package org.polytorus.simulator.app.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.polytorus.simulator.scenario.Moment;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.ScenarioRun;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetEvent;

/**
 * Carries a scenario out on a testnet that runs. Waits for nothing but its clock, so that it works on a clock that only
 * goes on while somebody waits for it.
 */
public final class ScenarioDriver {
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(100);
    /** A command that has no effect for so long is told as refused. */
    private static final Duration LONGEST_COMMAND = Duration.ofSeconds(10);

    /** A step that was begun. */
    private record Begun(Step step, Duration at, List<CompletableFuture<CommandResult>> parts) {
        boolean isDone() {
            return parts.stream().allMatch(CompletableFuture::isDone);
        }
    }

    private final Scenario scenario;
    private final Testnet testnet;
    private final Clocked clock;
    private final LongSupplier memoryBytes;
    private final Story story;
    private final ScenarioRun run;
    private final List<Begun> underWay = new ArrayList<>();
    private long eventsSeen;

    public ScenarioDriver(Scenario scenario, Testnet testnet, Clocked clock, LongSupplier memoryBytes, Story story) {
        this.scenario = scenario;
        this.testnet = testnet;
        this.clock = clock;
        this.memoryBytes = memoryBytes;
        this.story = story;
        run = new ScenarioRun(scenario);
    }

    /** Returns when everything is done and judged, or when the clock says that it is to end. */
    public ScenarioResult drive() throws InterruptedException {
        Duration elapsed = clock.elapsed();
        boolean goesOn = true;
        while (goesOn && !run.isOver(elapsed)) {
            for (Step step : run.due(elapsed)) {
                begin(step, elapsed);
            }
            collectDone(elapsed);
            Moment moment = new Moment(elapsed, testnet.snapshot(), memoryBytes.getAsLong());
            run.look(moment).forEach(story::verdict);
            story.look(moment);
            tellEvents(elapsed);
            Duration next = elapsed.plus(LOOK_INTERVAL);
            Duration due = run.next(elapsed);
            goesOn = clock.sleepUntil(due.compareTo(elapsed) > 0 && due.compareTo(next) < 0 ? due : next);
            elapsed = clock.elapsed();
        }
        tellEvents(elapsed);
        run.end(elapsed).forEach(story::verdict);
        ScenarioResult result = new ScenarioResult(scenario, elapsed, run.verdicts(elapsed), troubles());
        story.end(result);
        return result;
    }

    private void begin(Step step, Duration elapsed) {
        story.step(elapsed, step);
        List<CompletableFuture<CommandResult>> parts = new ArrayList<>();
        step.actions().stream()
                .flatMap(action -> action.commands(testnet.snapshot()).stream())
                .forEach(command -> parts.add(testnet.submit(command).toCompletableFuture()));
        underWay.add(new Begun(step, elapsed, parts));
    }

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
        List<String> refusals = new ArrayList<>();
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

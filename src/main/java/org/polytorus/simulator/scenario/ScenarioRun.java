package org.polytorus.simulator.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario under way, as a state machine. Whoever drives it tells it how much time has passed, on whichever clock: it says
 * which steps are due, takes looks at the testnet, and says what follows from them for what was expected.
 *
 * <p>After a step, only snapshots that were begun after it was done count: the first that surely shows what it did is the
 * second one after the one that was there then.
 */
public final class ScenarioRun {
    /** How long after the end a run waits for a snapshot by which it can judge. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Refused commands that are told. */
    public static final int MAX_REFUSALS = 100;

    private static final int SNAPSHOTS_UNTIL_SEEN = 2;

    private final Scenario scenario;
    private final List<Judge> judges;
    private final List<String> refusals = new ArrayList<>();
    private int stepsGiven;
    private int stepsUnderWay;
    private long trustedSequence;
    private long refused;

    public ScenarioRun(Scenario scenario) {
        this.scenario = scenario;
        judges = scenario.expectations().stream().map(Judge::new).toList();
    }

    /** The steps that are due and were not given out before. */
    public List<Step> due(Duration elapsed) {
        List<Step> due = new ArrayList<>();
        while (stepsGiven < scenario.steps().size()
                && scenario.steps().get(stepsGiven).at().compareTo(elapsed) <= 0) {
            due.add(scenario.steps().get(stepsGiven++));
            stepsUnderWay++;
        }
        return due;
    }

    /**
     * A step has taken effect.
     *
     * @param sequence of the snapshot that was the latest then
     * @param messages why commands were refused; such a run has failed, whatever else holds
     */
    public void done(Step step, long sequence, List<String> messages) {
        stepsUnderWay--;
        trustedSequence = Math.max(trustedSequence, sequence + SNAPSHOTS_UNTIL_SEEN);
        for (String message : messages) {
            refused++;
            if (refusals.size() < MAX_REFUSALS) {
                refusals.add(step.text() + ": " + message);
            }
        }
    }

    /** Takes a look at the testnet, after what is due was begun; what it decided. */
    public List<Verdict> look(Moment moment) {
        if (stepsUnderWay > 0 || moment.snapshot().sequence() < trustedSequence) {
            return List.of();
        }
        return judges.stream()
                .filter(judge -> judge.look(moment))
                .map(judge -> judge.verdict(moment.elapsed()))
                .toList();
    }

    /** Whether nothing is left to do and to judge. */
    public boolean isOver(Duration elapsed) {
        boolean timeIsOver = elapsed.compareTo(scenario.duration()) >= 0;
        return timeIsOver
                && (judges.stream().allMatch(Judge::isDecided)
                        || elapsed.compareTo(scenario.duration().plus(PATIENCE)) >= 0);
    }

    /** When something is due or decided next; whatever is decided already, so that the times of looks depend on the file alone. */
    public Duration next(Duration elapsed) {
        Duration next = scenario.duration();
        if (stepsGiven < scenario.steps().size()) {
            next = earlier(next, scenario.steps().get(stepsGiven).at());
        }
        for (Judge judge : judges) {
            if (judge.deadline().compareTo(elapsed) > 0) {
                next = earlier(next, judge.deadline());
            }
        }
        return next;
    }

    /** Ends the run: what is undecided has failed, and is given back. */
    public List<Verdict> end(Duration elapsed) {
        return judges.stream()
                .filter(judge -> judge.giveUp(elapsed))
                .map(judge -> judge.verdict(elapsed))
                .toList();
    }

    /** What is known of each expectation, in their order. */
    public List<Verdict> verdicts(Duration elapsed) {
        return judges.stream().map(judge -> judge.verdict(elapsed)).toList();
    }

    /** Why commands were refused; the first {@link #MAX_REFUSALS} of {@link #refused}. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    public long refused() {
        return refused;
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}

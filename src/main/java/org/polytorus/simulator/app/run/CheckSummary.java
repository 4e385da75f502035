package org.polytorus.simulator.app.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.scenario.Times;

/**
 * What came of {@code --check}.
 *
 * @param checkpoints how often the whole was looked at
 * @param excused at how many of these the machine was so far behind that nothing had to be done in time
 * @param everyEvent whether nodes were looked into after every event besides, as in virtual time
 * @param rules what was checked
 * @param broken what did not hold, oldest first
 * @param more how many other times something did not
 */
public record CheckSummary(
        int checkpoints, int excused, boolean everyEvent, List<Rule> rules, List<Broken> broken, long more) {

    public CheckSummary {
        rules = List.copyOf(rules);
        broken = List.copyOf(broken);
    }

    /** Something that must hold. */
    public record Rule(String name, String expected) {}

    /** Whether everything held. */
    boolean isGood() {
        return broken.isEmpty();
    }

    /** A rule that did not hold, and how many seconds after the start. */
    public record Broken(double seconds, String rule, String expected, String found) {}

    /** Null where nothing was checked. */
    public static @Nullable CheckSummary of(@Nullable Checked checked) {
        return checked == null
                ? null
                : new CheckSummary(
                        checked.checkpoints(),
                        checked.excused(),
                        checked.everyEvent(),
                        checked.rules().stream()
                                .map(rule -> new Rule(rule.name(), rule.sentence()))
                                .toList(),
                        checked.broken().stream().map(CheckSummary::of).toList(),
                        checked.more());
    }

    private static Broken of(Checked.Broken broken) {
        return new Broken(
                Times.seconds(broken.at()), broken.rule().name(), broken.rule().sentence(), broken.found());
    }
}

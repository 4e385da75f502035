package org.polytorus.simulator.app.scenario;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.run.Judged;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Times;
import org.polytorus.simulator.scenario.Verdict;

/**
 * What came of a scenario.
 *
 * @param ran how long it ran
 * @param verdicts one for each expectation, in their order; none is pending
 * @param troubles what else keeps it from having held: refused commands, nodes that did not start
 * @param checked what came of checks of what must always hold, or null if there were none
 */
public record ScenarioResult(
        Scenario scenario,
        Duration ran,
        List<Verdict> verdicts,
        List<String> troubles,
        @Nullable Checked checked) {

    public ScenarioResult {
        verdicts = List.copyOf(verdicts);
        troubles = List.copyOf(troubles);
    }

    /** One of a run that was not checked. */
    public ScenarioResult(Scenario scenario, Duration ran, List<Verdict> verdicts, List<String> troubles) {
        this(scenario, ran, verdicts, troubles, null);
    }

    public long held() {
        return verdicts.stream()
                .filter(verdict -> verdict.outcome() == Verdict.Outcome.HELD)
                .count();
    }

    /** Whether everything held that was expected, and everything could be done. */
    public boolean isGood() {
        return held() == verdicts.size() && troubles.isEmpty() && (checked == null || checked.isGood());
    }

    /** The same for a summary. */
    Judged judged() {
        return new Judged(
                scenario.name(),
                (int) held(),
                verdicts.size() - (int) held(),
                verdicts.stream()
                        .map(verdict -> new Judged.Expected(
                                verdict.expectation().sentence(),
                                ScenarioLines.word(verdict),
                                Times.seconds(verdict.at()),
                                verdict.evidence()))
                        .toList(),
                troubles);
    }
}

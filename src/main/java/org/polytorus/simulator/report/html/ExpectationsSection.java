package org.polytorus.simulator.report.html;

import java.util.List;
import java.util.Locale;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.scenario.Verdict;

/** What was expected and what held. */
final class ExpectationsSection implements Section {

    @Override
    public String title() {
        return "Expectations";
    }

    @Override
    public boolean appliesTo(RunStory story) {
        return !story.verdicts().isEmpty();
    }

    @Override
    public void write(RunStory story, Markup page) {
        Table table = new Table(
                page, "In the order in which they were decided", "Outcome", "Expected", "#Decided at", "Found");
        for (Verdict verdict : story.verdicts()) {
            boolean held = verdict.outcome() == Verdict.Outcome.HELD;
            table.row(
                    List.of(held ? "good" : "bad"),
                    (held ? "✓ " : "✗ ") + verdict.outcome().name().toLowerCase(Locale.ROOT),
                    verdict.expectation().sentence(),
                    Numbers.seconds(verdict.at().toNanos()),
                    verdict.evidence());
        }
        table.end();
    }
}

package org.polytorus.simulator.app.scenario;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.polytorus.simulator.app.run.CheckLines;
import org.polytorus.simulator.app.run.CheckSummary;
import org.polytorus.simulator.app.run.Phrases;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.scenario.Times;
import org.polytorus.simulator.scenario.Verdict;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Tells a scenario in lines: what is done, what comes of it, what held. */
public final class ScenarioLines implements Story {
    private static final int MOST_EVENTS_AT_ONCE = 5;

    private final PrintWriter out;

    public ScenarioLines(PrintWriter out) {
        this.out = out;
    }

    /** What the scenario is about, before it begins. */
    public void title(Scenario scenario) {
        out.println(scenario.name() + ": " + scenario.testnet().nodes().size() + " nodes, "
                + scenario.duration().toSeconds() + " s, seed "
                + scenario.testnet().seed());
        scenario.text().lines().forEach(line -> out.println("  " + line.strip()));
        out.flush();
    }

    /** A sign of life while nothing else is told. */
    void status(Duration elapsed, TestnetSnapshot snapshot) {
        line(elapsed, "  " + Phrases.state(snapshot));
    }

    @Override
    public void step(Duration elapsed, Step step) {
        line(elapsed, step.text());
    }

    @Override
    public void events(Duration elapsed, List<TestnetEvent> events, long lost) {
        List<TestnetEvent> telling =
                events.stream().filter(ScenarioLines::isTelling).toList();
        telling.stream().limit(MOST_EVENTS_AT_ONCE).forEach(event -> line(elapsed, "  " + event.text()));
        if (telling.size() > MOST_EVENTS_AT_ONCE) {
            line(elapsed, "  and " + (telling.size() - MOST_EVENTS_AT_ONCE) + " more events");
        }
    }

    @Override
    public void verdict(Verdict verdict) {
        line(verdict.at(), word(verdict) + ": " + verdict.expectation().sentence() + " (" + verdict.evidence() + ")");
    }

    @Override
    public void broken(Checked.Broken found) {
        line(found.at(), CheckLines.line(found));
    }

    /** How it ended. */
    public static List<String> table(ScenarioResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s: %d of %d expectations held, %.1f s.",
                result.scenario().name(),
                result.held(),
                result.verdicts().size(),
                Times.seconds(result.ran())));
        int width = result.verdicts().stream()
                .mapToInt(verdict -> verdict.expectation().sentence().length())
                .max()
                .orElse(1);
        for (Verdict verdict : result.verdicts()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-6s %6.1f s  %-" + width + "s  %s",
                    word(verdict),
                    Times.seconds(verdict.at()),
                    verdict.expectation().sentence(),
                    verdict.evidence()));
        }
        result.troubles().forEach(trouble -> lines.add("  trouble: " + trouble));
        CheckSummary checks = CheckSummary.of(result.checked());
        if (checks != null) {
            lines.addAll(CheckLines.of(checks));
        }
        return lines;
    }

    private void line(Duration elapsed, String text) {
        out.println(String.format(Locale.ROOT, "%5.1f s  %s", Times.seconds(elapsed), text));
        out.flush();
    }

    static String word(Verdict verdict) {
        return verdict.outcome().name().toLowerCase(Locale.ROOT);
    }

    /** What follows from steps; the steps themselves have their own lines. */
    private static boolean isTelling(TestnetEvent event) {
        return switch (event.kind()) {
            case NODE_FAILED, REORGANISATION, MISBEHAVIOUR, FLOOD_ENDED, PARTITION -> true;
            case NODE_STARTED,
                    NODE_STOPPED,
                    LINK_UP,
                    LINK_DOWN,
                    LINK_DROPPED,
                    LINK_RESTORED,
                    CONDITIONS_CHANGED,
                    DIAL_FAILED,
                    BLOCK_MINED,
                    BLOCK_REJECTED,
                    TRANSACTION_SENT,
                    FLOOD_STARTED,
                    NOTE -> false;
        };
    }
}

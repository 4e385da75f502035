package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.scenario.Expectation;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Reads {@code [scenario]}, {@code [[timeline]]} and {@code [[expect]]}. */
final class ScenarioTables {
    static final List<String> TOP_KEYS = List.of("scenario", "timeline", "expect");
    static final List<String> KEYS_BESIDE_A_FILE = List.of("scenario", "timeline", "expect", "groups", "routes");
    private static final List<String> SCENARIO_KEYS = List.of("name", "text", "duration", "testnet");
    private static final List<String> EXPECT_KEYS = List.of("that");
    private static final Duration MIN_DURATION = Duration.ofSeconds(1);

    private final TomlTable top;
    private final Problems problems;

    ScenarioTables(TomlDocument document, Problems problems) {
        top = TomlTable.top(document, problems);
        this.problems = problems;
    }

    /** The testnet file that the scenario is about, or null if it stands in the same file. */
    @Nullable
    String testnetFile() {
        TomlTable scenario = top.table("scenario");
        return scenario == null ? null : scenario.text("testnet", "the path of a testnet file in quotes");
    }

    Place testnetPlace() {
        TomlTable scenario = top.table("scenario");
        return scenario == null ? top.place() : scenario.place("testnet");
    }

    /** The scenario with this testnet; of no use after an error. */
    @Nullable
    Scenario read(TestnetSpec spec, NodeGroups groups) {
        TomlTable scenario = top.table("scenario");
        if (scenario == null) {
            return null;
        }
        scenario.warnOfUnknown(SCENARIO_KEYS);
        String name = scenario.text("name", "a text in quotes");
        String text = scenario.text("text", "a text in quotes");
        Duration duration = scenario.duration("duration", MIN_DURATION, Scenario.MAX_DURATION);
        if (duration == null) {
            if (!scenario.has("duration") && scenario.isComplete()) {
                problems.error(scenario.place(), "found no duration, expected one such as duration = \"30s\"");
            }
            return null;
        }
        List<Step> steps = steps(spec, groups, duration);
        return new Scenario(
                name == null ? spec.name() : name.strip(),
                text == null ? "" : text.strip(),
                spec,
                duration,
                steps,
                expectations(groups, new Moments(duration, steps)));
    }

    private List<Step> steps(TestnetSpec spec, NodeGroups groups, Duration duration) {
        List<Step> steps = new ArrayList<>();
        for (TomlTable table : top.tables("timeline")) {
            steps.addAll(new TimelineTable(table, spec, groups).read(duration));
            if (steps.size() > Scenario.MAX_STEPS) {
                problems.error(
                        table.place(),
                        "found more than " + Scenario.MAX_STEPS + " steps, expected fewer; make times smaller");
                return List.of();
            }
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private List<Expectation> expectations(NodeGroups groups, Moments moments) {
        List<Expectation> expectations = new ArrayList<>();
        for (TomlTable table : top.tables("expect")) {
            table.warnOfUnknown(EXPECT_KEYS);
            String sentence = table.text("that", "a sentence in quotes, such as \"one tip within 10s after heal\"");
            if (sentence != null) {
                try {
                    expectations.add(ExpectationSentence.parse(sentence, groups, moments));
                } catch (Sentence.UnclearException unclear) {
                    table.error("that", unclear.getMessage() + " (in " + Texts.quote(sentence) + ")");
                }
            } else if (!table.has("that") && table.isComplete()) {
                problems.error(
                        table.place(), "found no sentence, expected that = \"one tip within 10s after heal\", say");
            }
        }
        if (expectations.isEmpty() && !top.has("expect") && top.isComplete()) {
            problems.warning(
                    top.place("scenario"),
                    "found no [[expect]], expected at least one; nothing is checked by this run");
        }
        return expectations;
    }
}

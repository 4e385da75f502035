package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Reads one {@code [[timeline]]}: when, what, and how often. */
final class TimelineTable {
    private static final List<String> OWN_KEYS = List.of("at", "do", "label", "every", "times");
    private static final Duration MIN_EVERY = Duration.ofMillis(100);

    private final TomlTable table;
    private final TestnetSpec spec;
    private final NodeGroups groups;

    TimelineTable(TomlTable table, TestnetSpec spec, NodeGroups groups) {
        this.table = table;
        this.spec = spec;
        this.groups = groups;
    }

    /** The steps that it describes; none after an error. */
    List<Step> read(Duration end) {
        Duration at = table.duration("at", Duration.ZERO, end);
        requireKey("at", "at = \"10s\"");
        requireKey("do", "do = \"split\", say");
        String label = table.text("label", "a word in quotes");
        if (label != null && (label.equals("end") || !label.matches("[A-Za-z][A-Za-z0-9_-]*"))) {
            table.expected("label", "one word of letters, digits, - and _ that is not end");
        }
        String verb = table.text("do", TimelineVerb.EXPECTATION);
        TimelineVerb kind = verb == null ? null : TimelineVerb.named(verb);
        if (verb != null && kind == null) {
            table.expected("do", TimelineVerb.EXPECTATION + Texts.didYouMean(verb, TimelineVerb.names()));
        }
        if (kind == null) {
            return List.of();
        }
        table.warnOfUnknown(
                Stream.concat(OWN_KEYS.stream(), kind.keys().stream()).toList());
        TimelineActions.Planned planned = new TimelineActions(table, spec, groups).read(kind);
        List<Step> steps = new ArrayList<>();
        if (at == null || planned == null) {
            return steps;
        }
        Duration every = table.duration("every", MIN_EVERY, end);
        Long times = table.wholeNumber("times", 1, Scenario.MAX_STEPS, "a number of times");
        if ((every == null) != (times == null) && table.isComplete()) {
            requireKey("every", "every = \"5s\" beside times");
            requireKey("times", "times = 3 beside every");
        }
        for (int i = 0; i < (every == null || times == null ? 1 : times); i++) {
            Duration time = every == null ? at : at.plus(every.multipliedBy(i));
            if (time.compareTo(end) > 0) {
                table.expected("times", "so few that all are before the end at " + Units.text(end));
                break;
            }
            steps.add(new Step(time, label == null ? kind.text() : label, planned.text(), planned.actions()));
        }
        return steps;
    }

    private void requireKey(String key, String example) {
        if (!table.has(key) && table.isComplete()) {
            table.problems().error(table.place(), "found no " + key + ", expected " + example);
        }
    }
}

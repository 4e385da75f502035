package org.polytorus.simulator.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.scenario.Step;

/** The times that expectations speak of: {@code end}, a duration since the start, or the label of a step. */
final class Moments {
    static final String EXPECTATION =
            "end, a time such as 20s, or the label of a step (its do, unless it has a label of its own)";

    private final Duration end;
    private final Map<String, Duration> first = new TreeMap<>();
    private final Map<String, Duration> last = new TreeMap<>();

    Moments(Duration end, List<Step> steps) {
        this.end = end;
        for (Step step : steps) {
            first.putIfAbsent(step.label(), step.at());
            last.put(step.label(), step.at());
        }
    }

    Duration end() {
        return end;
    }

    /** For what comes after it: of several steps with one label the last. */
    @Nullable
    Duration after(String word) {
        return moment(word, last);
    }

    /** For what comes before it: of several steps with one label the first. */
    @Nullable
    Duration before(String word) {
        return moment(word, first);
    }

    String advice(String word) {
        List<String> known = new ArrayList<>(last.keySet());
        known.add("end");
        return Texts.didYouMean(word, known);
    }

    private @Nullable Duration moment(String word, Map<String, Duration> labels) {
        return switch (word) {
            case "end" -> end;
            default -> labels.containsKey(word) ? labels.get(word) : Units.duration(word);
        };
    }
}

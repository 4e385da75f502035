package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polytorus.simulator.config.ConfigProblem.Severity;

/** Collects the problems of one load. Beyond a bound they are only counted, and the last entry says how many. */
final class Problems {
    /** More than anyone reads; a damaged file of 1 MiB could have a hundred thousand. */
    static final int MAX_PROBLEMS = 500;

    /** A value for both directions of a link is read twice; what is wrong with it is told once. */
    private final Set<ConfigProblem> problems = new LinkedHashSet<>();

    private int leftOut;
    private boolean errorFound;

    void error(Place place, String message) {
        add(Severity.ERROR, place, message);
    }

    void warning(Place place, String message) {
        add(Severity.WARNING, place, message);
    }

    void note(Place place, String message) {
        add(Severity.NOTE, place, message);
    }

    boolean hasErrors() {
        return errorFound;
    }

    /** Whether further problems are only counted, so that their wording may be spared. */
    boolean isFull() {
        return problems.size() >= MAX_PROBLEMS;
    }

    /** File by file in the order in which they were first met, then by line. */
    List<ConfigProblem> all() {
        Map<String, Integer> fileOrder = new LinkedHashMap<>();
        for (ConfigProblem problem : problems) {
            fileOrder.putIfAbsent(problem.file(), fileOrder.size());
        }
        List<ConfigProblem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.<ConfigProblem>comparingInt(problem -> fileOrder.getOrDefault(problem.file(), 0))
                .thenComparingInt(ConfigProblem::line));
        if (leftOut > 0) {
            sorted.add(new ConfigProblem(
                    errorFound ? Severity.ERROR : Severity.WARNING,
                    sorted.getLast().file(),
                    0,
                    "",
                    leftOut + " more problems are not shown; mend the first " + MAX_PROBLEMS + " and look again"));
        }
        return sorted;
    }

    private void add(Severity severity, Place place, String message) {
        errorFound |= severity == Severity.ERROR;
        if (!isFull()) {
            problems.add(new ConfigProblem(severity, place.file(), place.line(), place.key(), message));
        } else {
            leftOut++;
        }
    }
}

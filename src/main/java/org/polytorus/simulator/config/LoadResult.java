package org.polytorus.simulator.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * What came of loading files.
 *
 * @param spec the testnet, null exactly if one of the problems is an error
 * @param scenario what is to be done to it, or null if the file is no scenario
 * @param problems everything there is to say, file by file in the order of lines
 */
public record LoadResult(
        @Nullable TestnetSpec spec, @Nullable Scenario scenario, List<ConfigProblem> problems) {

    public LoadResult {
        problems = List.copyOf(problems);
        if ((spec == null) != containsError(problems)) {
            throw new IllegalArgumentException("There is a testnet exactly if there is no error; found " + problems);
        }
    }

    /** A testnet without a scenario. */
    public LoadResult(@Nullable TestnetSpec spec, List<ConfigProblem> problems) {
        this(spec, null, problems);
    }

    public boolean hasErrors() {
        return containsError(problems);
    }

    private static boolean containsError(List<ConfigProblem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == ConfigProblem.Severity.ERROR);
    }
}

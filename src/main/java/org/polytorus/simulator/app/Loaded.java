package org.polytorus.simulator.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.testnet.TestnetSpec;

/**
 * What became of the files of one command.
 *
 * @param spec the testnet, or null if an error stands in the way
 * @param scenario what is to be done to it, or null if the file is no scenario
 * @param problems everything found in all files, in the order of files and lines
 */
public record Loaded(@Nullable TestnetSpec spec, @Nullable Scenario scenario, List<Problem> problems) {

    public Loaded {
        problems = List.copyOf(problems);
    }

    /** A testnet without a scenario. */
    public Loaded(@Nullable TestnetSpec spec, List<Problem> problems) {
        this(spec, null, problems);
    }

    /**
     * One thing found in a file.
     *
     * @param error whether the testnet cannot start because of it
     * @param text one line: file, line, severity, key, what was found, what was expected
     */
    public record Problem(boolean error, String text) {}

    /** How many problems are errors. */
    public long errors() {
        return problems.stream().filter(Problem::error).count();
    }
}

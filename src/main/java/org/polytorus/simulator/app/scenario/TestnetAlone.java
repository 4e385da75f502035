package org.polytorus.simulator.app.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.scenario.Scenario;

/** The window shows the testnet of a scenario, but neither does nor checks what else stands in its file. */
public final class TestnetAlone {
    private TestnetAlone() {}

    /**
     * What to tell a person who opens these files; nothing where that is all there is.
     *
     * @param scenario what was read, or null if the files are no scenario
     */
    public static List<String> notes(@Nullable Scenario scenario, List<Path> files) {
        if (scenario == null) {
            return List.of();
        }
        return List.of(String.format(
                Locale.ROOT,
                "%s is a scenario: its testnet is opened alone, its timeline (steps: %d) is not played and its expectations (%d)"
                        + " are not checked. For these, use run %1$s on the command line; with --virtual it is over in a moment.",
                files.getFirst(),
                scenario.steps().size(),
                scenario.expectations().size()));
    }
}

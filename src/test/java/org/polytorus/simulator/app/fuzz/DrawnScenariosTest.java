package org.polytorus.simulator.app.fuzz;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.config.ScenarioWriter;
import org.polytorus.simulator.config.TestnetFiles;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;

/** What a sweep draws: all of it can be said in a file. */
final class DrawnScenariosTest {
    private static final Duration TROUBLE = Duration.ofSeconds(20);
    private static final int SEEDS = 150;

    @TempDir
    Path directory;

    @Test
    void everyScenarioIsReadFromItsFileAsItWasDrawn() throws Exception {
        Path file = directory.resolve("drawn.toml");
        for (long seed = 1; seed <= SEEDS; seed++) {
            Scenario drawn = RandomScenario.of(seed, 8, TROUBLE).scenario();
            Files.writeString(file, ScenarioWriter.write(drawn, List.of()));
            Scenario read =
                    requireNonNull(TestnetFiles.load(List.of(file), false).scenario(), () -> "no scenario in " + file);
            assertThat(read.testnet().nodes())
                    .as("nodes of seed %d", seed)
                    .isEqualTo(drawn.testnet().nodes());
            assertThat(read.testnet().links())
                    .as("links of seed %d", seed)
                    .isEqualTo(drawn.testnet().links());
            assertThat(read.steps())
                    .as("steps of seed %d", seed)
                    .extracting(Step::actions)
                    .isEqualTo(drawn.steps().stream().map(Step::actions).toList());
        }
    }
}

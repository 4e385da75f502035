package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polytorus.simulator.config.ConfigProblem;
import org.polytorus.simulator.config.LoadResult;
import org.polytorus.simulator.config.TestnetFiles;

/** Every file of the folder, whatever is added to it. */
class SampleScenariosTest {
    private static final Path SCENARIOS = Path.of("sample-configs", "scenarios");
    private static final int FEWEST_EXPECTATIONS = 3;

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everySampleTeachesExpectsAndSaysWhatToTry(Path file) throws IOException {
        LoadResult result = TestnetFiles.load(List.of(file), false);
        assertThat(result.problems()).allMatch(problem -> problem.severity() == ConfigProblem.Severity.NOTE);
        assertThat(result.scenario()).isNotNull().satisfies(scenario -> {
            assertThat(scenario.text()).isNotBlank();
            assertThat(scenario.expectations()).hasSizeGreaterThanOrEqualTo(FEWEST_EXPECTATIONS);
        });
        assertThat(Files.readString(file)).startsWith("# ").contains("# What to try");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everythingThatASampleExpectsHoldsInVirtualTime(Path file) {
        Printed printed = new Printed();
        int exitCode = printed.run(ProgramWiring.create(), "run", file.toString(), "--virtual", "--in-memory");
        assertThat(exitCode).as("%s%s", printed.out(), printed.err()).isZero();
    }
}

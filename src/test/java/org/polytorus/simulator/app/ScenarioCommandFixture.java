package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios as a person runs them from the command line, and what holds of them in either kind of time. */
abstract class ScenarioCommandFixture {
    /** Nobody mines, so that the first fails. */
    static final String ONE_OF_TWO_HOLDS = """
            [[expect]]
            that = "height at least 5"
            [[expect]]
            that = "running equals 2 always"
            """;

    @TempDir
    Path folder;

    final Printed printed = new Printed();
    private final List<String> command;

    /** @param command that a file and options follow */
    ScenarioCommandFixture(String... command) {
        this.command = List.of(command);
    }

    @Test
    void aRefusedCommandFailsTheScenario() throws IOException {
        int code = run(file("""
                [[timeline]]
                at = "200ms"
                do = "heal"
                name = "nowhere"
                [[expect]]
                that = "running equals 2"
                """));
        assertThat(code).isEqualTo(1);
        assertThat(printed.out()).contains("trouble: heal nowhere: There is no partition named nowhere to heal.");
    }

    /** A scenario of one second, of two joined nodes that do not mine. */
    String file(String more) throws IOException {
        String head = """
                [scenario]
                duration = "1s"
                [testnet]
                seed = 7
                [defaults]
                mining = false
                [topology]
                shape = "line"
                nodes = 2
                """;
        return Files.writeString(folder.resolve("s.toml"), head + more).toString();
    }

    int run(String... more) {
        return printed.run(
                ProgramWiring.create(),
                Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new));
    }
}

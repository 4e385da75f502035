package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    private final Console console = new Console();

    @Test
    void helpNamesEveryCommandWithExamplesAndExitCodes() {
        assertThat(console.run("--help")).isZero();
        assertThat(console.out())
                .contains("open", "run", "validate", "decode", "study", "fuzz", "bench")
                .contains("Examples:", "Exit codes:", "polytorus-testnet run sample-configs/three-nodes.toml");
        assertThat(console.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "run", "validate", "decode", "study", "fuzz", "bench"})
    void everyCommandHasHelpWithAnExample(String command) {
        assertThat(console.run(command, "--help")).isZero();
        assertThat(console.out())
                .contains("Usage: polytorus-testnet " + command)
                .contains("Examples:");
        assertThat(console.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void versionComesFromTheBuild() {
        assertThat(console.run("--version")).isZero();
        assertThat(console.out())
                .containsPattern("PolyTorus testnet simulator [0-9]+\\.[0-9]+")
                .doesNotContain("${");
    }

    @Test
    void misspelledOptionIsAnsweredWithTheRightOne() {
        assertThat(console.run("run", "a.toml", "--duraton", "3s")).isEqualTo(2);
        assertThat(console.err()).contains("--duraton", "--duration", "polytorus-testnet run --help");
    }

    @Test
    void fileWithoutCommandIsAnsweredWithTheCommand() {
        assertThat(console.run("my.toml")).isEqualTo(2);
        assertThat(console.err()).contains("polytorus-testnet open my.toml");
    }

    @Test
    void badDurationNamesTheOption() {
        assertThat(console.run("run", "a.toml", "--duration", "soon")).isEqualTo(2);
        assertThat(console.err()).contains("--duration", "\"soon\"", "30s");
    }

    @Test
    void faultOfTheProgramIsToldAndFails() {
        console.testnet = new FakeTestnet(Snapshots.line("a", "b"));
        console.decoder = line -> {
            throw new IllegalStateException("a fault");
        };
        console.obstacle = null;
        console.window.failure = new IllegalStateException("no window today");
        assertThat(console.run("open", "a.toml")).isEqualTo(1);
        assertThat(console.err()).contains("no window today");
    }
}

package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidateCommandTest {
    private final Console console = new Console();

    @Test
    void goodFilesAreSummarised() {
        assertThat(console.run("validate", "node1.toml")).isZero();
        assertThat(console.out())
                .contains("1 file: 0 errors, 0 remarks.", "\"Three nodes\" can run: 3 nodes, 3 links.");
    }

    @Test
    void everyProblemHasItsLineAndAnErrorFails() {
        console.answer = new Loaded(
                null,
                List.of(
                        new Loaded.Problem(true, "a.toml:3: error: network.max_peers: found \"x\""),
                        new Loaded.Problem(false, "b.toml:1: note: narrowed")));
        assertThat(console.run("validate", "a.toml", "b.toml")).isEqualTo(1);
        assertThat(console.out().lines())
                .containsExactly(
                        "a.toml:3: error: network.max_peers: found \"x\"",
                        "b.toml:1: note: narrowed",
                        "2 files: 1 error, 1 remark.");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void notesDoNotFail() {
        console.answer =
                new Loaded(DefaultTestnet.spec(), List.of(new Loaded.Problem(false, "a.toml: note: narrowed")));
        assertThat(console.run("validate", "a.toml")).isZero();
    }

    @Test
    void testnetFilesAreCheckedEachAndNodeFilesTogether() {
        console.run("validate", "testnet1.toml", "node1.toml", "testnet2.toml", "node2.toml");
        assertThat(console.loaded)
                .containsExactly(
                        List.of(Path.of("testnet1.toml")),
                        List.of(Path.of("testnet2.toml")),
                        List.of(Path.of("node1.toml"), Path.of("node2.toml")));
    }

    @Test
    void nothingIsStarted() {
        console.run("validate", "a.toml");
        assertThat(console.started).isEmpty();
    }
}

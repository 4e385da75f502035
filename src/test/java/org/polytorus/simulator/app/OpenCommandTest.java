package org.polytorus.simulator.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.app.Display.Obstacle;
import org.polytorus.simulator.scenario.Comparison;
import org.polytorus.simulator.scenario.Expectation;
import org.polytorus.simulator.scenario.Quantity;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Timing;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.TimeKind;

class OpenCommandTest {
    private final Console console = new Console();

    @Test
    void withoutArgumentsTheEmptyWindowOpens() {
        assertThat(console.run("open", "--in-memory")).isZero();
        assertThat(console.window.openings)
                .containsExactly(
                        new WindowLauncher.Opening(null, TimeKind.REAL, List.of(), List.of(), false, null, false));
    }

    @Test
    void nodesKeepTheirChainsUnderTheFolderThatIsNamedOrUnderTheUsersOwn(@TempDir Path folder) {
        console.answer = new Loaded(
                new TestnetSpec(
                        "kept",
                        1,
                        List.of(NodeSpec.named("a")
                                .but()
                                .dataDirectory(Path.of("chains", "a"))
                                .build()),
                        List.of()),
                List.of());
        console.run("open", "a.toml", "--data-dir", folder.toString());
        console.run("open", "a.toml");
        console.run("open", "a.toml", "--in-memory");
        assertThat(console.run("open", "a.toml", "--in-memory", "--data-dir", "x"))
                .isEqualTo(2);
        assertThat(console.window.openings)
                .extracting(opening ->
                        requireNonNull(opening.spec()).nodes().getFirst().dataDirectory())
                .containsExactly(
                        folder.resolve("chains").resolve("a"),
                        DataFolder.usual().resolve("chains").resolve("a"),
                        null);
    }

    @Test
    void windowOpensWithTheTestnetOfTheFiles() {
        assertThat(console.run("open", "a.toml", "--dark", "--expose", "--seed", "77"))
                .isZero();
        WindowLauncher.Opening opening = console.window.openings.getFirst();
        assertThat(opening.files()).containsExactly(Path.of("a.toml"));
        assertThat(opening.dark()).isTrue();
        assertThat(opening.expose()).isTrue();
        assertThat(opening.spec())
                .isNotNull()
                .satisfies(spec -> assertThat(spec.seed()).isEqualTo(77));
    }

    @Test
    void testnetOfTheFilesOpensInVirtualTimeWhenAsked() {
        assertThat(console.run("open", "a.toml", "--virtual")).isZero();
        assertThat(console.window.openings)
                .extracting(WindowLauncher.Opening::time)
                .containsExactly(TimeKind.VIRTUAL);
    }

    @Test
    void virtualTimeWithoutFileIsNothingToOpen() {
        assertThat(console.run("open", "--virtual")).isEqualTo(2);
        assertThat(console.err()).contains("--virtual says in which time the testnet of a file lives; name one");
        assertThat(console.window.openings).isEmpty();
    }

    @Test
    void scenarioOpensAsItsTestnetAndTheTerminalAndTheWindowSaySo() {
        TestnetSpec testnet = DefaultTestnet.spec();
        Expectation oneTip = new Expectation(
                "one tip", new Quantity.Tips(), Comparison.EQUALS, 1, new Timing.At(Duration.ofSeconds(5)));
        console.answer = new Loaded(
                testnet,
                new Scenario("storm", "", testnet, Duration.ofSeconds(5), List.of(), List.of(oneTip)),
                List.of());
        assertThat(console.run("open", "storm.toml", "--in-memory")).isZero();
        assertThat(console.window.openings.getFirst().notes())
                .containsExactly("storm.toml is a scenario: its testnet is opened alone, its timeline (steps: 0) is not"
                        + " played and its expectations (1) are not checked. For these, use run storm.toml on the command"
                        + " line; with --virtual it is over in a moment.");
        assertThat(console.err().lines())
                .containsExactlyElementsOf(console.window.openings.getFirst().notes());
    }

    @Test
    void filesWithErrorsOpenNothing() {
        console.answer = new Loaded(null, List.of(new Loaded.Problem(true, "a.toml: error: not there")));
        assertThat(console.run("open", "a.toml")).isEqualTo(1);
        assertThat(console.err()).contains("a.toml: error: not there");
        assertThat(console.window.openings).isEmpty();
    }

    @Test
    void withoutDisplayTheSameTestnetRunsInTheTerminal() {
        console.obstacle = new Obstacle(Obstacle.Kind.NO_DISPLAY, "There is no display.");
        console.readerIsGone = true;
        assertThat(console.run("open", "a.toml")).isZero();
        assertThat(console.err().lines()).containsExactly("There is no display.");
        assertThat(console.started).containsExactly(console.answer.spec());
        assertThat(console.window.openings).isEmpty();
    }

    @Test
    void withoutDisplayAndFileThreeNodesRunInTheTerminal() {
        console.obstacle = new Obstacle(Obstacle.Kind.NO_DISPLAY, "There is no display.");
        console.readerIsGone = true;
        assertThat(console.run()).isZero();
        assertThat(console.started)
                .singleElement()
                .satisfies(spec -> assertThat(spec.nodes()).hasSize(3));
    }

    @Test
    void missingLibraryIsOneSentenceAndFails() {
        console.obstacle = new Obstacle(Obstacle.Kind.MISSING_LIBRARY, "GTK is missing. Install it with: x");
        assertThat(console.run("open", "a.toml")).isEqualTo(1);
        assertThat(console.err().lines()).containsExactly("GTK is missing. Install it with: x");
        assertThat(console.started).isEmpty();
    }

    @Test
    void failureOfJavaFxToFindGtkIsOneSentence() {
        console.window.failure = new IllegalStateException(
                "toolkit", new UnsupportedOperationException("Unable to load glass GTK library."));
        assertThat(console.run("open", "a.toml")).isEqualTo(1);
        assertThat(console.err().lines()).singleElement().asString().contains("libgtk-3.so.0");
    }
}

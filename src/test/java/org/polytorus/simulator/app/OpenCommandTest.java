package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.app.Display.Obstacle;

class OpenCommandTest {
    private final Console console = new Console();

    @Test
    void withoutArgumentsTheEmptyWindowOpens() {
        assertThat(console.run()).isZero();
        assertThat(console.window.openings).containsExactly(new WindowLauncher.Opening(null, List.of(), false, false));
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

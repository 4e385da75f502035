package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.app.Display.Obstacle;

class DisplayTest {
    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":7");

    private record FakeMachine(boolean gtk, boolean display, List<String> commands) implements Display.Machine {
        @Override
        public boolean hasLibrary(String name) {
            return gtk;
        }

        @Override
        public boolean hasCommand(String name) {
            return commands.contains(name);
        }

        @Override
        public boolean opensDisplay() {
            return display;
        }
    }

    @Test
    void nothingStandsInTheWayOfACompleteDesktop() {
        assertThat(Display.obstacle("Linux", DISPLAY, new FakeMachine(true, true, List.of())))
                .isNull();
    }

    @Test
    void otherSystemsAlwaysHaveAWindowSystem() {
        assertThat(Display.obstacle("Windows 11", Map.of(), new FakeMachine(false, false, List.of())))
                .isNull();
    }

    @Test
    void withoutDisplayVariablesThereIsNoDisplayEvenWithoutGtk() {
        Obstacle found = Objects.requireNonNull(
                Display.obstacle("Linux", Map.of("DISPLAY", ""), new FakeMachine(false, false, List.of())));
        assertThat(found.kind()).isEqualTo(Obstacle.Kind.NO_DISPLAY);
        assertThat(found.sentence()).contains("DISPLAY", "terminal").doesNotContain("\n");
    }

    @Test
    void displayThatDoesNotAnswerIsNamed() {
        Obstacle found =
                Objects.requireNonNull(Display.obstacle("Linux", DISPLAY, new FakeMachine(true, false, List.of())));
        assertThat(found.kind()).isEqualTo(Obstacle.Kind.NO_DISPLAY);
        assertThat(found.sentence()).contains(":7", "terminal");
    }

    @Test
    void missingGtkComesWithTheCommandOfThisSystem() {
        Obstacle debian = Objects.requireNonNull(
                Display.obstacle("Linux", DISPLAY, new FakeMachine(false, false, List.of("apt-get"))));
        Obstacle fedora = Objects.requireNonNull(
                Display.obstacle("Linux", DISPLAY, new FakeMachine(false, false, List.of("dnf"))));
        assertThat(debian.kind()).isEqualTo(Obstacle.Kind.MISSING_LIBRARY);
        assertThat(debian.sentence()).contains("libgtk-3.so.0", "sudo apt-get install libgtk-3-0");
        assertThat(fedora.sentence()).contains("sudo dnf install gtk3");
    }

    @Test
    void failuresOfOtherKindsAreNotExplainedAway() {
        assertThat(Display.explain(new IllegalStateException("something else"))).isNull();
    }
}

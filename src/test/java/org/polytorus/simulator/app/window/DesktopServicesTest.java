package org.polytorus.simulator.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.ui.shell.Opened;

/** What the window is told of files that are opened in it. */
class DesktopServicesTest {
    private final DesktopServices services = new DesktopServices(false, null, "test", () -> {});

    @Test
    void ofAScenarioTheTestnetIsOpenedAndTheWindowSaysThatItsTimelineIsNotPlayed() {
        Path scenario = Path.of("sample-configs", "scenarios", "gossip.toml");
        Opened opened = services.load(List.of(scenario));
        assertThat(opened.spec()).isNotNull();
        assertThat(opened.problems())
                .singleElement()
                .asString()
                .startsWith(scenario + " is a scenario: its testnet is opened alone")
                .contains("use run " + scenario + " on the command line");
    }

    @Test
    void ofATestnetThereIsNothingToSay() {
        Opened opened = services.load(List.of(Path.of("sample-configs", "three-nodes.toml")));
        assertThat(opened.spec()).isNotNull();
        assertThat(opened.problems()).isEmpty();
    }
}

package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/alice");

    @Test
    void onLinuxItIsTheDataHomeOfTheXdgSpecification() {
        assertThat(DataFolder.usual("Linux", Map.of(), HOME))
                .isEqualTo(Path.of("/home/alice/.local/share/polytorus-testnet"));
        assertThat(DataFolder.usual("Linux", Map.of("XDG_DATA_HOME", "/srv/data"), HOME))
                .isEqualTo(Path.of("/srv/data/polytorus-testnet"));
        assertThat(DataFolder.usual("Linux", Map.of("XDG_DATA_HOME", "relative"), HOME))
                .as("a relative XDG_DATA_HOME is to be ignored")
                .isEqualTo(Path.of("/home/alice/.local/share/polytorus-testnet"));
    }

    @Test
    void onMacAndWindowsItIsWhereTheirProgramsKeepData() {
        assertThat(DataFolder.usual("Mac OS X", Map.of(), HOME))
                .isEqualTo(Path.of("/home/alice/Library/Application Support/polytorus-testnet"));
        assertThat(DataFolder.usual("Windows 11", Map.of("LOCALAPPDATA", "/local"), HOME))
                .isEqualTo(Path.of("/local/polytorus-testnet"));
        assertThat(DataFolder.usual("Windows 11", Map.of(), HOME))
                .isEqualTo(Path.of("/home/alice/AppData/Local/polytorus-testnet"));
    }
}

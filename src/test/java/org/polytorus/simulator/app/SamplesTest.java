package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SamplesTest {
    @Test
    void samplesOfTheCurrentFolderComeFirst() {
        assertThat(Samples.folder()).isEqualTo(Path.of("sample-configs"));
    }

    @Test
    void distributionAndInstalledProgramKeepSamplesOneFolderAboveTheJar(@TempDir Path home) throws IOException {
        Path samples = Files.createDirectories(home.resolve("sample-configs"));
        Path jar = home.resolve("lib").resolve("polytorus-testnet.jar");
        assertThat(Samples.besideProgram(jar)).isEqualTo(samples);
    }

    @Test
    void withoutSamplesBesideTheProgramTheCurrentFolderIsMeant(@TempDir Path home) {
        assertThat(Samples.besideProgram(home.resolve("lib").resolve("polytorus-testnet.jar")))
                .isEqualTo(Path.of("sample-configs"));
        assertThat(Samples.besideProgram(null)).isEqualTo(Path.of("sample-configs"));
    }
}

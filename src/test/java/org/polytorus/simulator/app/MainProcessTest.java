package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program as a process of its own, as the launchers start it. */
class MainProcessTest {
    private static final long PATIENCE_SECONDS = 60;

    private record Ended(int exitCode, String out, String err) {}

    @Test
    void helpIsPrintedAndTheProcessEnds() throws Exception {
        Ended ended = start("--help");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("Usage: polytorus-testnet", "validate");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void versionIsPrintedAndTheProcessEnds() throws Exception {
        Ended ended = start("--version");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).startsWith("PolyTorus testnet simulator ");
    }

    @Test
    void wrongArgumentsEndWithTwo() throws Exception {
        Ended ended = start("run");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("FILE");
    }

    private static Ended start(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, err);
    }
}

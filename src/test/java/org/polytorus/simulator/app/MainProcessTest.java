package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

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

    @Test
    void politeKillEndsTheRunWithItsSummaryAndItsExitCode() throws Exception {
        Process process = process(ScriptedMain.class, "run", "a.toml", "--json");
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(err.readLine()).contains("nodes 3/3");
            process.toHandle().destroy();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(new JsonMapper().readTree(out).get("nodes").size()).isEqualTo(3);
        }
    }

    @Test
    void politeKillEndsARecordedRunInVirtualTimeWithItsExitCodeAndSaysWhereTheRecordIs(@TempDir Path folder)
            throws Exception {
        Path record = folder.resolve("run.jsonl");
        Process process =
                process(ScriptedMain.class, "run", "a.toml", "--virtual", "--json", "--record", record.toString());
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(err.readLine()).contains("node1 listens");
            process.toHandle().destroy();
            assertThat(err.readAllAsString()).contains("Recorded in " + record + ", SHA-256 ");
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
    }

    @Test
    void pictureIsTakenWithoutADisplayAndWithoutAWordOnStandardError(@TempDir Path folder) throws Exception {
        Path png = folder.resolve("window.png");
        Ended ended = start(
                "run", "sample-configs/three-nodes.toml", "--in-memory", "-d", "1s", "--screenshot", png.toString());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        assertThat(png).isNotEmptyFile();
    }

    private static Ended start(String... args) throws IOException, InterruptedException {
        Process process = process(Main.class, args);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, err);
    }

    private static Process process(Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        return process;
    }
}

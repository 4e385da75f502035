package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One seed, one run: in another process, interpreted or compiled, under another garbage collector. */
class SameRunInAnotherProcessTest {
    @TempDir
    Path folder;

    /** The scenario holds every kind of step, and expects something of the program's memory, which differs from process to process. */
    @Test
    void everyProcessWritesTheSameBytes() throws Exception {
        String usual = hashOfARecord();
        assertThat(hashOfARecord("-Xint")).isEqualTo(usual);
        assertThat(hashOfARecord("-XX:+UseSerialGC", "-Xmx128m")).isEqualTo(usual);
        assertThat(hashOfARecord("-XX:+UseZGC", "-XX:TieredStopAtLevel=1")).isEqualTo(usual);
    }

    private String hashOfARecord(String... options) throws Exception {
        Path record = Files.createTempFile(folder, "record", ".jsonl");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("run", "src/test/resources/scenarios/everything.toml", "--virtual"));
        command.addAll(List.of("--record", record.toString(), "--record-messages"));
        end(command);
        assertThat(record).isNotEmptyFile();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(record)));
    }

    private static void end(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}

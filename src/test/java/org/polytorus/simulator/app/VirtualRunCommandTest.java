package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.testnet.GuestSpec;
import org.polytorus.simulator.testnet.TestnetSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VirtualRunCommandTest {
    @TempDir
    Path folder;

    private final Console console = new Console();

    @Test
    void virtualRunEndsWithTheSummaryOfALiveOneAndStartsNothingOnSockets() {
        assertThat(console.run("run", "a.toml", "--virtual", "-d", "1m", "--json"))
                .isZero();
        JsonNode json = new JsonMapper().readTree(console.out());
        assertThat(json.get("seconds").doubleValue()).isEqualTo(60);
        assertThat(json.get("nodes").size()).isEqualTo(3);
        assertThat(json.get("quiet").booleanValue()).isTrue();
        assertThat(json.get("tips").size()).isEqualTo(1);
        assertThat(json.get("nodes").get(0).get("height").intValue()).isPositive();
        assertThat(console.started).isEmpty();
        assertThat(console.err()).contains("of virtual time in");
    }

    @Test
    void recordsOfTheSameRunAreTheSameBytesAndTellOfMessagesIfAsked() throws IOException {
        Path first = folder.resolve("first.jsonl");
        Path second = folder.resolve("second.jsonl");
        Path full = folder.resolve("full.jsonl");
        console.run("run", "a.toml", "--virtual", "-d", "20s", "--record", first.toString());
        console.run("run", "a.toml", "--virtual", "-d", "20s", "--record", second.toString());
        console.run("run", "a.toml", "--virtual", "-d", "20s", "--record", full.toString(), "--record-messages");
        assertThat(first).hasSameBinaryContentAs(second).isNotEmptyFile();
        assertThat(Files.readString(first)).contains("\"event\":\"link_up\"").doesNotContain("Handshake");
        JsonNode header = new JsonMapper().readTree(Files.readAllLines(full).getFirst());
        assertThat(header.propertyNames()).containsExactly("record", "version", "files", "seed", "time");
        assertThat(header.get("files").get(0).stringValue()).isEqualTo("a.toml");
        JsonNode message = Files.readAllLines(full).stream()
                .map(line -> new JsonMapper().readTree(line))
                .filter(line -> line.has("message"))
                .findFirst()
                .orElseThrow();
        assertThat(message.propertyNames()).containsExactly("t", "message", "from", "to", "bytes", "sha256");
        assertThat(console.out()).contains("Recorded in " + first + ", SHA-256 ");
    }

    @Test
    void recordThatCannotBeWrittenFailsTheRunWithAdvice() {
        Path nowhere = folder.resolve("missing").resolve("x.jsonl");
        assertThat(console.run("run", "a.toml", "--virtual", "-d", "1s", "--record", nowhere.toString()))
                .isEqualTo(1);
        assertThat(console.err()).contains("could not be written to " + nowhere, "folder that you may write to");
    }

    @Test
    void programsThatAreNotOursAreRefused() {
        TestnetSpec usual = DefaultTestnet.spec();
        console.answer = new Loaded(
                new TestnetSpec("guests", 1, usual.nodes(), usual.links(), List.of(GuestSpec.expected("rusty"))),
                List.of());
        assertThat(console.run("run", "a.toml", "--virtual", "-d", "1s")).isEqualTo(1);
        assertThat(console.err()).contains("rusty cannot take part in virtual time");
    }

    @Test
    void recordOfMessagesNeedsAFile() {
        assertThat(console.run("run", "a.toml", "--virtual", "-d", "1s", "--record-messages"))
                .isEqualTo(2);
        assertThat(console.err()).contains("--record-messages", "name one");
    }

    @Test
    void pictureDoesNotGoWithVirtualTime() {
        assertThat(console.run("run", "a.toml", "--virtual", "-d", "1s", "--screenshot", "x.png"))
                .isEqualTo(2);
        assertThat(console.err()).contains("does not go with --virtual");
    }

    @Test
    void everyFileOfARunGoesWithATestnetInEitherTime() {
        for (String time : List.of("--virtual", "--in-memory")) {
            Path record = folder.resolve("r" + time + ".jsonl");
            Path junit = folder.resolve("r" + time + ".xml");
            Path report = folder.resolve("r" + time + ".html");
            console.run(
                    "run",
                    "a.toml",
                    time,
                    "-d",
                    "1s",
                    "--check",
                    "--record",
                    record.toString(),
                    "--junit",
                    junit.toString(),
                    "--report",
                    report.toString());
            assertThat(record).content().startsWith("{\"record\":1,");
            assertThat(junit).content().contains("every node started", "no node stops unless somebody stops it");
            assertThat(report).content().contains(">Checks<");
        }
    }

    @Test
    void checkingARunChangesNothingOfIt() {
        Path plain = folder.resolve("plain.jsonl");
        Path checked = folder.resolve("checked.jsonl");
        console.run("run", "a.toml", "--virtual", "-d", "20s", "--record", plain.toString(), "--record-messages");
        console.run(
                "run",
                "a.toml",
                "--virtual",
                "-d",
                "20s",
                "--record",
                checked.toString(),
                "--record-messages",
                "--check");
        assertThat(checked).hasSameBinaryContentAs(plain).isNotEmptyFile();
        assertThat(console.out()).contains("Checked 12 rules at 21 checkpoints and after every event: all held.");
    }

    @Test
    void xmlNeedsSomethingThatIsExpected() {
        assertThat(console.run("run", "a.toml", "-d", "1s", "--junit", "x.xml")).isEqualTo(2);
        assertThat(console.err()).contains("--junit writes what held: name a scenario, or add --check");
    }
}

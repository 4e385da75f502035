package org.polytorus.simulator.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polytorus.simulator.app.record.RecordFile;
import org.polytorus.simulator.app.record.RecordHeader.Time;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Comparison;
import org.polytorus.simulator.scenario.Expectation;
import org.polytorus.simulator.scenario.Quantity;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.scenario.Timing;
import org.polytorus.simulator.scenario.Verdict;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a record of a scenario holds, in either world. */
class RecordStoryTest {
    private static final long START_NANOS = 5_000_000_000L;
    private static final Duration END = Duration.ofSeconds(2);
    private static final Expectation ONE_TIP = expectation("one tip", new Quantity.Tips());
    private static final Expectation MEMORY = expectation("memory below 1GiB", new Quantity.Memory());
    private static final Scenario SCENARIO = new Scenario(
            "Name", "", new TestnetSpec("net", 4711, List.of(), List.of()), END, List.of(), List.of(ONE_TIP, MEMORY));
    private static final TestnetEvent EVENT = new TestnetEvent(
            9,
            START_NANOS + 1_500_000_001L,
            TestnetEvent.Kind.LINK_UP,
            TestnetEvent.Severity.INFO,
            new NodeName("a"),
            LinkId.of(new NodeName("a"), new NodeName("b")),
            "a–b is up");

    @TempDir
    Path folder;

    @Test
    void theFirstLineSaysWhatWasRun() throws IOException {
        JsonNode header = record(Time.REAL).getFirst();
        assertThat(header.get("record").intValue()).isEqualTo(1);
        assertThat(header.get("version").stringValue()).isNotBlank();
        assertThat(header.get("files").get(0).stringValue()).isEqualTo("s.toml");
        assertThat(header.get("scenario").stringValue()).isEqualTo("Name");
        assertThat(header.get("seed").longValue()).isEqualTo(4711);
        assertThat(header.get("time").stringValue()).isEqualTo("real");
        assertThat(header.has("left_out")).isFalse();
    }

    @Test
    void onSocketsEveryStepEventAndVerdictIsALineWithItsTime() throws IOException {
        List<JsonNode> lines = record(Time.REAL);
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1).get("step").stringValue()).isEqualTo("heal");
        assertThat(lines.get(2).get("lost_events").intValue()).isEqualTo(3);
        assertThat(lines.get(3).toString())
                .startsWith("{\"t\":1.500000001,\"event\":\"link_up\",\"severity\":\"info\",\"node\":\"a\","
                        + "\"link\":[\"a\",\"b\"]");
        assertThat(lines.get(4).get("verdict").stringValue()).isEqualTo("held");
        assertThat(lines.get(5).get("that").stringValue()).isEqualTo("memory below 1GiB");
    }

    @Test
    void inVirtualTimeTheTestnetWritesItsEventsAndMemoryIsLeftOutAndSaidToBe() throws IOException {
        List<JsonNode> lines = record(Time.VIRTUAL);
        assertThat(lines.getFirst().get("time").stringValue()).isEqualTo("virtual");
        assertThat(lines.getFirst().get("left_out").get(0).stringValue()).isEqualTo("memory below 1GiB");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1).get("step").stringValue()).isEqualTo("heal");
        assertThat(lines.get(2).get("that").stringValue()).isEqualTo("one tip");
    }

    @Test
    void everyTimeIsWrittenInPlainDigits() throws IOException {
        Path path = folder.resolve("times.jsonl");
        try (RecordFile record = new RecordFile(path, false)) {
            record.lostEvents(Duration.ZERO, 1);
            record.lostEvents(Duration.ofNanos(1), 1);
            record.lostEvents(Duration.ofHours(100), 1);
            assertThat(record.problem()).isNull();
        }
        assertThat(path)
                .content()
                .contains("\"t\":0.000000000,", "\"t\":0.000000001,", "\"t\":360000.000000000,")
                .hasLineCount(3);
    }

    private List<JsonNode> record(Time time) throws IOException {
        Path path = folder.resolve(time + ".jsonl");
        try (RecordFile record = new RecordFile(path, false)) {
            RecordStory story =
                    RecordStory.begin(record, SCENARIO, List.of("s.toml"), time, START_NANOS, Duration.ZERO);
            story.step(Duration.ofSeconds(1), new Step(Duration.ofSeconds(1), "heal", "heal p", List.of()));
            story.events(END, List.of(EVENT), 3);
            story.verdict(new Verdict(ONE_TIP, Verdict.Outcome.HELD, END, "found 1 tip"));
            story.verdict(new Verdict(MEMORY, Verdict.Outcome.HELD, END, "found 7 MiB"));
            assertThat(record.problem()).isNull();
        }
        return Files.readAllLines(path).stream().map(new JsonMapper()::readTree).toList();
    }

    private static Expectation expectation(String sentence, Quantity quantity) {
        return new Expectation(sentence, quantity, Comparison.BELOW, 1, new Timing.At(END));
    }
}

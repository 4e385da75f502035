package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios as a person runs them in virtual time. */
class VirtualScenarioTest extends ScenarioCommandFixture {
    private static final String EVERYTHING = "src/test/resources/scenarios/everything.toml";

    VirtualScenarioTest() {
        super("run", "--in-memory", "--virtual");
    }

    @Test
    void everythingThatATimelineHoldsIsDoneAtExactlyItsTime() throws IOException {
        Path record = folder.resolve("record.jsonl");
        int code = run(EVERYTHING, "--record", record.toString());
        assertThat(code).as("%s%s", printed.out(), printed.err()).isZero();
        assertThat(printed.out())
                .contains("4 of 4 expectations held, 40.0 s.", "40.0 s of virtual time in")
                .contains("Recorded in " + record + ", SHA-256 ");
        List<JsonNode> lines = lines(record);
        assertThat(lines.getFirst().get("time").stringValue()).isEqualTo("virtual");
        assertThat(first(lines, "step", "drop").get("t").toString()).isEqualTo("2.345000000");
        assertThat(first(lines, "event", "link_dropped").get("t").toString()).isEqualTo("2.345000000");
        assertThat(lines).noneMatch(line -> line.has("message"));
        assertThat(lines.stream().filter(line -> line.has("verdict"))).hasSize(3);
        assertThat(times(lines)).isSorted();
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
        Path first = folder.resolve("first.jsonl");
        Path second = folder.resolve("second.jsonl");
        Path other = folder.resolve("other.jsonl");
        run(EVERYTHING, "--record", first.toString(), "--record-messages");
        run(EVERYTHING, "--record", second.toString(), "--record-messages");
        run(EVERYTHING, "--record", other.toString(), "--record-messages", "--seed", "5");
        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(Files.mismatch(first, other)).isNotEqualTo(-1);
        assertThat(lines(first)).anyMatch(line -> line.has("message"));
    }

    @Test
    void whatFailsIsToldInEveryFormAsOnSockets() throws IOException {
        Path junit = folder.resolve("result.xml");
        int code = run(file(ONE_OF_TWO_HOLDS), "--json", "--junit", junit.toString());
        assertThat(code).isEqualTo(1);
        JsonNode json = new JsonMapper().readTree(printed.out());
        assertThat(json.get("seconds").doubleValue()).isEqualTo(1.0);
        assertThat(json.get("quiet").booleanValue()).isTrue();
        assertThat(json.get("scenario").get("held").intValue()).isEqualTo(1);
        assertThat(json.get("scenario").get("failed").intValue()).isEqualTo(1);
        assertThat(printed.err()).contains("failed: height at least 5 (found 0)", "of virtual time in");
        assertThat(junit).content().contains("failures=\"1\"");
    }

    @Test
    void programsThatAreNotOursAreRefusedBeforeAnythingBegins() throws IOException {
        String attaching = file("""
                [[timeline]]
                at = "500ms"
                do = "attach"
                name = "rusty"
                [[expect]]
                that = "running equals 2"
                """);
        assertThat(run(attaching)).isEqualTo(1);
        assertThat(printed.err()).contains("the step \"attach rusty\" at 0.5 s cannot be done in virtual time.");
        assertThat(run(file("[[external]]\nname = \"rusty\"\nexpect = true\n"))).isEqualTo(1);
        assertThat(printed.err()).contains("so rusty cannot take part in virtual time.");
        assertThat(printed.out()).isEmpty();
    }

    @Test
    void aRecordThatCannotBeWrittenFailsTheRunWithAdvice() throws IOException {
        Path nowhere = folder.resolve("missing").resolve("x.jsonl");
        assertThat(run(file("[[expect]]\nthat = \"running equals 2\"\n"), "--record", nowhere.toString()))
                .isEqualTo(1);
        assertThat(printed.err()).contains("could not be written to " + nowhere, "folder that you may write to");
    }

    private static JsonNode first(List<JsonNode> lines, String key, String value) {
        return lines.stream()
                .filter(line -> line.has(key) && value.equals(line.get(key).stringValue()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> times(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.has("t"))
                .map(line -> line.get("t").doubleValue())
                .toList();
    }

    private static List<JsonNode> lines(Path record) throws IOException {
        JsonMapper exact = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        return Files.readAllLines(record).stream().map(exact::readTree).toList();
    }
}

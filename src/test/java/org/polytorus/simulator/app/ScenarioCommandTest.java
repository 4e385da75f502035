package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios as a person runs them: from the command line, on real sockets. */
class ScenarioCommandTest extends ScenarioCommandFixture {
    ScenarioCommandTest() {
        super("run", "--in-memory");
    }

    @Test
    void aScenarioThatFailsEndsWithOneAndSaysWhatWasFound() throws IOException {
        Path record = folder.resolve("record.jsonl");
        int code = run(file(ONE_OF_TWO_HOLDS), "--record", record.toString(), "--json");
        assertThat(code).isEqualTo(1);
        assertThat(printed.out()).contains("\"held\" : 1", "\"failed\" : 1", "\"found 0\"", "\"propagation\"");
        assertThat(printed.err()).contains("1 of 2 expectations held", "failed: height at least 5 (found 0)");
        assertThat(record).content().startsWith("{\"record\":1,").contains("\"verdict\":\"failed\"", "\"event\":");
        assertThat(times(record)).as("seconds since the start").isNotEmpty().allMatch(seconds -> seconds >= 0);
    }

    @Test
    void theRecordOfATestnetAloneBeginsWithItsStartToo() throws IOException {
        Path record = folder.resolve("record.jsonl");
        int code = run("sample-configs/three-nodes.toml", "--duration", "1s", "--record", record.toString());
        assertThat(code).isZero();
        assertThat(times(record)).isNotEmpty().allMatch(seconds -> seconds >= 0).anyMatch(seconds -> seconds < 5);
    }

    private static List<Double> times(Path record) throws IOException {
        try (Stream<String> lines = Files.lines(record)) {
            return lines.skip(1)
                    .map(line -> JsonMapper.shared().readTree(line).get("t").doubleValue())
                    .toList();
        }
    }

    @Test
    void aScenarioHasItsOwnDurationAndOnlyAScenarioHasAResult() throws IOException {
        String scenario = file("[[expect]]\nthat = \"one tip\"\n");
        assertThat(run(scenario, "--duration", "5s")).isEqualTo(2);
        assertThat(run("sample-configs/three-nodes.toml", "--junit", "x.xml")).isEqualTo(2);
        assertThat(printed.err()).contains("has its own duration", "has no [scenario]");
    }

    @Test
    void whatIsCheckedStandsInEveryOutput() throws IOException {
        Path junit = folder.resolve("r.xml");
        Path report = folder.resolve("r.html");
        String scenario = file("""
                [[timeline]]
                at = "300ms"
                do = "mine"
                nodes = ["node1"]
                [[expect]]
                that = "height at least 1"
                """);
        int code = run(scenario, "--check", "--json", "--junit", junit.toString(), "--report", report.toString());
        assertThat(code).as(printed.out() + "\n" + printed.err()).isZero();
        assertThat(printed.out()).contains("\"checks\" : {", "\"every_event\" : false", "\"broken\" : [ ]");
        assertThat(printed.err()).contains("Checked 11 rules at 3 checkpoints: all held.");
        assertThat(junit)
                .content()
                .contains("tests=\"13\"", "failures=\"0\"", "no node stops unless somebody stops it");
        assertThat(report).content().contains(">Checks<", "valid chain");
        assertThat(run(scenario, "--check", "--virtual")).isZero();
        assertThat(printed.out()).contains("Checked 12 rules at 3 checkpoints and after every event: all held.");
    }
}

package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
    }

    @Test
    void aScenarioHasItsOwnDurationAndOnlyAScenarioHasAResult() throws IOException {
        String scenario = file("[[expect]]\nthat = \"one tip\"\n");
        assertThat(run(scenario, "--duration", "5s")).isEqualTo(2);
        assertThat(run("sample-configs/three-nodes.toml", "--junit", "x.xml")).isEqualTo(2);
        assertThat(printed.err()).contains("has its own duration", "has no [scenario]");
    }
}

package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios as a person runs them: from the command line, on real sockets. */
class ScenarioCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aScenarioThatFailsEndsWithOneAndSaysWhatWasFound() throws IOException {
        Path record = folder.resolve("record.jsonl");
        int code = run(file("""
                [[expect]]
                that = "height at least 5"
                [[expect]]
                that = "running equals 2 always"
                """), "--record", record.toString(), "--json");
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("\"held\" : 1", "\"failed\" : 1", "\"found 0\"", "\"propagation\"");
        assertThat(err.toString()).contains("1 of 2 expectations held", "failed: height at least 5 (found 0)");
        assertThat(record).content().startsWith("{\"record\":1,").contains("\"verdict\":\"failed\"", "\"event\":");
    }

    @Test
    void aRefusedCommandFailsTheScenario() throws IOException {
        int code = run(file("""
                [[timeline]]
                at = "200ms"
                do = "heal"
                name = "nowhere"
                [[expect]]
                that = "running equals 2"
                """));
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("trouble: heal nowhere: There is no partition named nowhere to heal.");
    }

    @Test
    void aScenarioHasItsOwnDurationAndOnlyAScenarioHasAResult() throws IOException {
        String scenario = file("[[expect]]\nthat = \"one tip\"\n");
        assertThat(run(scenario, "--duration", "5s")).isEqualTo(2);
        assertThat(run("sample-configs/three-nodes.toml", "--junit", "x.xml")).isEqualTo(2);
        assertThat(err.toString()).contains("has its own duration", "has no [scenario]");
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
        assertThat(code).as(out + "\n" + err).isZero();
        assertThat(out.toString()).contains("\"checks\" : {", "\"every_event\" : false", "\"broken\" : [ ]");
        assertThat(err.toString()).contains("Checked 11 rules at 3 checkpoints: all held.");
        assertThat(junit)
                .content()
                .contains("tests=\"13\"", "failures=\"0\"", "no node stops unless somebody stops it");
        assertThat(report).content().contains(">Checks<", "valid chain");
        assertThat(run(scenario, "--check", "--virtual")).isZero();
        assertThat(out.toString()).contains("Checked 12 rules at 3 checkpoints and after every event: all held.");
    }

    private String file(String more) throws IOException {
        String head = """
                [scenario]
                duration = "1s"
                [testnet]
                seed = 7
                [defaults]
                mining = false
                [topology]
                shape = "line"
                nodes = 2
                """;
        return Files.writeString(folder.resolve("s.toml"), head + more).toString();
    }

    private int run(String... args) {
        String[] all =
                Stream.concat(Stream.of("run", "--in-memory"), Stream.of(args)).toArray(String[]::new);
        return CommandLineFactory.create(ProgramWiring.create())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}

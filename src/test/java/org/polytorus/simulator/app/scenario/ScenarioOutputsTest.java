package org.polytorus.simulator.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
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
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScenarioOutputsTest {
    private static final Expectation EXPECTATION = new Expectation(
            "height of '<a & \"b\">' at least 3",
            new Quantity.Tips(),
            Comparison.EQUALS,
            1,
            new Timing.At(Duration.ofSeconds(2)));
    private static final Scenario SCENARIO = new Scenario(
            "A \u0001 <name>",
            "",
            new TestnetSpec("net", 4711, List.of(), List.of()),
            Duration.ofSeconds(2),
            List.of(),
            List.of(EXPECTATION, EXPECTATION));

    @Test
    void theXmlIsWellFormedWhateverNamesAndEvidenceHold() throws Exception {
        ScenarioResult result = new ScenarioResult(
                SCENARIO,
                Duration.ofSeconds(2),
                List.of(verdict(Verdict.Outcome.HELD), verdict(Verdict.Outcome.FAILED)),
                List.of());
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.of(result))))
                .getDocumentElement();
        assertThat(suite.getAttribute("name")).isEqualTo("A \uFFFD <name>");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        Element failed = (Element) suite.getElementsByTagName("testcase").item(1);
        assertThat(failed.getAttribute("name")).isEqualTo(EXPECTATION.sentence());
        assertThat(failed.getTextContent()).isEqualTo("found ]]> & \uFFFD");
    }

    @Test
    void aRefusedCommandIsAFailureOfItsOwn() {
        ScenarioResult result = new ScenarioResult(
                SCENARIO, Duration.ofSeconds(2), List.of(verdict(Verdict.Outcome.HELD)), List.of("heal: nothing"));
        assertThat(result.isGood()).isFalse();
        assertThat(JUnitXml.of(result)).contains("failures=\"1\"", "message=\"heal: nothing\"");
    }

    @Test
    void theRecordBeginsWithVersionSeedAndFileAndHasALineForEverything() {
        StringWriter text = new StringWriter();
        EventRecord record = new EventRecord(new PrintWriter(text), SCENARIO, "s.toml", "1.2", 5_000_000_000L);
        record.step(Duration.ofSeconds(1), new Step(Duration.ofSeconds(1), "heal", "heal p", List.of()));
        TestnetEvent event = new TestnetEvent(
                9,
                6_500_000_000L,
                TestnetEvent.Kind.BLOCK_MINED,
                TestnetEvent.Severity.INFO,
                new NodeName("node1"),
                null,
                "mined");
        record.events(Duration.ofSeconds(2), List.of(event), 3);
        record.verdict(verdict(Verdict.Outcome.HELD));

        List<JsonNode> lines =
                text.toString().lines().map(new JsonMapper()::readTree).toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst().get("seed").longValue()).isEqualTo(4711);
        assertThat(lines.getFirst().get("file").stringValue()).isEqualTo("s.toml");
        assertThat(lines.getFirst().get("version").stringValue()).isEqualTo("1.2");
        assertThat(lines.get(1).get("step").stringValue()).isEqualTo("heal");
        assertThat(lines.get(2).get("lost_events").intValue()).isEqualTo(3);
        assertThat(lines.get(3).get("t").doubleValue()).isEqualTo(1.5);
        assertThat(lines.get(3).get("event").stringValue()).isEqualTo("block_mined");
        assertThat(lines.get(4).get("verdict").stringValue()).isEqualTo("held");
    }

    @Test
    void theTableSaysOfEachExpectationWhetherItHeldAndWhy() {
        ScenarioResult result = new ScenarioResult(
                SCENARIO,
                Duration.ofSeconds(2),
                List.of(verdict(Verdict.Outcome.HELD), verdict(Verdict.Outcome.FAILED)),
                List.of());
        assertThat(ScenarioLines.table(result))
                .anyMatch(line -> line.endsWith(": 1 of 2 expectations held, 2.0 s."))
                .anyMatch(line -> line.startsWith("  held "))
                .anyMatch(line -> line.startsWith("  failed ") && line.contains("found ]]>"));
    }

    private static Verdict verdict(Verdict.Outcome outcome) {
        return new Verdict(EXPECTATION, outcome, Duration.ofSeconds(2), "found ]]> & \u0002");
    }
}

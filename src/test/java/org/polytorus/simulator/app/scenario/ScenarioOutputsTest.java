package org.polytorus.simulator.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.scenario.Comparison;
import org.polytorus.simulator.scenario.Expectation;
import org.polytorus.simulator.scenario.Quantity;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Timing;
import org.polytorus.simulator.scenario.Verdict;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

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
    void aRuleThatWasBrokenFailsTheScenarioAndIsTestedByItsName() {
        Checked.Rule tip = new Checked.Rule("one tip", "all follow one tip");
        Checked.Rule live = new Checked.Rule("nodes live", "nobody stops");
        Checked checked = new Checked(
                3,
                0,
                false,
                List.of(tip, live),
                List.of(new Checked.Broken(tip, "2 are followed", Duration.ofSeconds(1))),
                4);
        ScenarioResult result = new ScenarioResult(
                SCENARIO, Duration.ofSeconds(2), List.of(verdict(Verdict.Outcome.HELD)), List.of(), checked);
        assertThat(result.isGood()).isFalse();
        assertThat(JUnitXml.of(result))
                .contains("tests=\"4\"", "failures=\"1\"", "name=\"nobody stops\"", "1.000 s: 2 are followed");
        assertThat(ScenarioLines.table(result))
                .contains("Checked 2 rules at 3 checkpoints: 1 was broken.", "  and 4 times more")
                .contains("  broken    1.0 s  \"one tip\". Expected: all follow one tip. Found: 2 are followed");
    }

    @Test
    void aRefusedCommandIsAFailureOfItsOwn() {
        ScenarioResult result = new ScenarioResult(
                SCENARIO, Duration.ofSeconds(2), List.of(verdict(Verdict.Outcome.HELD)), List.of("heal: nothing"));
        assertThat(result.isGood()).isFalse();
        assertThat(JUnitXml.of(result)).contains("failures=\"1\"", "message=\"heal: nothing\"");
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

package org.polytorus.simulator.app.scenario;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.run.CheckSummary;
import org.polytorus.simulator.app.run.RunSummary;
import org.polytorus.simulator.scenario.Times;
import org.polytorus.simulator.scenario.Verdict;

/** What came of a run as build servers read it: one test suite, one test case an expectation and a rule that was checked. */
public final class JUnitXml {
    private static final String COMMANDS = "every command was carried out and every node started";

    private static final String STARTED = "every node started";

    /** @param failure empty if it held */
    private record Case(String name, double seconds, String failure) {}

    private JUnitXml() {}

    /** Of a scenario; with what was checked besides. */
    public static String of(ScenarioResult result) {
        List<Case> cases = new ArrayList<>();
        for (Verdict verdict : result.verdicts()) {
            String failure = verdict.outcome() == Verdict.Outcome.HELD ? "" : verdict.evidence();
            cases.add(new Case(verdict.expectation().sentence(), Times.seconds(verdict.at()), failure));
        }
        double seconds = Times.seconds(result.ran());
        cases.add(new Case(COMMANDS, seconds, String.join("\n", result.troubles())));
        cases.addAll(checked(CheckSummary.of(result.checked()), seconds));
        return of(result.scenario().name(), seconds, cases);
    }

    /** Of a run without a timeline: what was checked. */
    public static String of(RunSummary summary) {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(
                STARTED,
                summary.seconds(),
                summary.started()
                        ? ""
                        : summary.nodes().stream()
                                .map(RunSummary.Node::problem)
                                .filter(problem -> !problem.isEmpty())
                                .collect(Collectors.joining("\n"))));
        cases.addAll(checked(summary.checks(), summary.seconds()));
        return of(summary.name(), summary.seconds(), cases);
    }

    private static List<Case> checked(@Nullable CheckSummary checks, double seconds) {
        return checks == null
                ? List.of()
                : checks.rules().stream()
                        .map(rule -> new Case(rule.expected(), seconds, broken(checks, rule.name())))
                        .toList();
    }

    private static String broken(CheckSummary checks, String rule) {
        return checks.broken().stream()
                .filter(one -> one.rule().equals(rule))
                .map(one -> seconds(one.seconds()) + " s: " + one.found())
                .collect(Collectors.joining("\n"));
    }

    private static String of(String name, double seconds, List<Case> cases) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, printable(name), seconds, cases);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException cannotBe) {
            throw new IllegalStateException("A report could not be written to memory", cannotBe);
        }
        return text.append('\n').toString();
    }

    private static void suite(XMLStreamWriter xml, String name, double seconds, List<Case> cases)
            throws XMLStreamException {
        long failed = cases.stream().filter(one -> !one.failure().isEmpty()).count();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(cases.size()));
        xml.writeAttribute("failures", Long.toString(failed));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", seconds(seconds));
        for (Case one : cases) {
            testCase(xml, name, one);
        }
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, String suite, Case one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("name", printable(one.name()));
        xml.writeAttribute("time", seconds(one.seconds()));
        if (!one.failure().isEmpty()) {
            xml.writeStartElement("failure");
            xml.writeAttribute(
                    "message", printable(one.failure().lines().findFirst().orElse("")));
            xml.writeCharacters(printable(one.failure()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** XML has no place for most control characters, not even escaped. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().map(c -> isXml(c) ? c : 0xFFFD).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= ' ' && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}

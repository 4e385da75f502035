package org.polytorus.simulator.app.scenario;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.polytorus.simulator.scenario.Times;
import org.polytorus.simulator.scenario.Verdict;

/** The result of a scenario as build servers read it: one test suite, one test case an expectation. */
public final class JUnitXml {
    private static final String COMMANDS = "every command was carried out and every node started";

    private JUnitXml() {}

    public static String of(ScenarioResult result) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, result);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException cannotBe) {
            throw new IllegalStateException("A report could not be written to memory", cannotBe);
        }
        return text.append('\n').toString();
    }

    private static void suite(XMLStreamWriter xml, ScenarioResult result) throws XMLStreamException {
        String name = printable(result.scenario().name());
        long failed =
                result.verdicts().size() - result.held() + (result.troubles().isEmpty() ? 0 : 1);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(result.verdicts().size() + 1));
        xml.writeAttribute("failures", Long.toString(failed));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", seconds(Times.seconds(result.ran())));
        for (Verdict verdict : result.verdicts()) {
            String failure = verdict.outcome() == Verdict.Outcome.HELD ? "" : verdict.evidence();
            testCase(xml, name, verdict.expectation().sentence(), Times.seconds(verdict.at()), failure);
        }
        testCase(xml, name, COMMANDS, Times.seconds(result.ran()), String.join("\n", result.troubles()));
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, String suite, String name, double seconds, String failure)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("name", printable(name));
        xml.writeAttribute("time", seconds(seconds));
        if (!failure.isEmpty()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", printable(failure.lines().findFirst().orElse("")));
            xml.writeCharacters(printable(failure));
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

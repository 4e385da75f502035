package org.polytorus.simulator.app.scenario;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polytorus.simulator.app.JsonText;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.scenario.Times;
import org.polytorus.simulator.scenario.Verdict;
import org.polytorus.simulator.testnet.TestnetEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a scenario down as JSON lines. The first names the version, the seed and the file, so that the run can be made again;
 * each other line is a {@code step}, an {@code event} or a {@code verdict}, with the seconds since the start.
 */
public final class EventRecord implements Story {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int FORMAT = 1;
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private final long startEpochNanos;

    /** @param startEpochNanos when the scenario began, on the clock of its events */
    public EventRecord(PrintWriter out, Scenario scenario, String file, String version, long startEpochNanos) {
        this.out = out;
        this.startEpochNanos = startEpochNanos;
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("record", FORMAT);
        header.put("version", version);
        header.put("file", file);
        header.put("scenario", scenario.name());
        header.put("seed", scenario.testnet().seed());
        write(header);
    }

    @Override
    public void step(Duration elapsed, Step step) {
        Map<String, Object> line = line(Times.seconds(elapsed), "step", step.label());
        line.put("text", step.text());
        write(line);
    }

    @Override
    public void events(Duration elapsed, List<TestnetEvent> events, long lost) {
        if (lost > 0) {
            write(line(Times.seconds(elapsed), "lost_events", lost));
        }
        for (TestnetEvent event : events) {
            double seconds = (event.epochNanos() - startEpochNanos) / NANOS_PER_SECOND;
            Map<String, Object> line = line(seconds, "event", word(event.kind()));
            line.put("severity", word(event.severity()));
            if (event.node() != null) {
                line.put("node", event.node().value());
            }
            if (event.link() != null) {
                line.put(
                        "link",
                        List.of(event.link().a().value(), event.link().b().value()));
            }
            line.put("text", event.text());
            write(line);
        }
    }

    @Override
    public void verdict(Verdict verdict) {
        Map<String, Object> line = line(Times.seconds(verdict.at()), "verdict", ScenarioLines.word(verdict));
        line.put("that", verdict.expectation().sentence());
        line.put("evidence", verdict.evidence());
        write(line);
    }

    private static Map<String, Object> line(double seconds, String what, Object value) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("t", Math.round(seconds * 1e3) / 1e3);
        line.put(what, value);
        return line;
    }

    private void write(Map<String, Object> line) {
        out.println(JsonText.ascii(MAPPER.writeValueAsString(line)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

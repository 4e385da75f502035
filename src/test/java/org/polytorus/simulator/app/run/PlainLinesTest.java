package org.polytorus.simulator.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.app.Snapshots;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetEvent.Kind;
import org.polytorus.simulator.testnet.TestnetEvent.Severity;

class PlainLinesTest {
    private final StringWriter out = new StringWriter();
    private final PlainLines lines = new PlainLines(new PrintWriter(out));

    @Test
    void statusComesEveryFiveSeconds() {
        for (int second = 0; second <= 10; second++) {
            lines.show(moment(second, List.of()));
        }
        assertThat(out.toString().lines().map(line -> line.substring(0, 5))).containsExactly("00:00", "00:05", "00:10");
    }

    @Test
    void importantEventsAreToldAndEverydayOnesAreNot() {
        lines.show(moment(
                1,
                List.of(
                        event(1, Kind.BLOCK_MINED, Severity.INFO),
                        event(2, Kind.REORGANISATION, Severity.INFO),
                        event(3, Kind.BLOCK_REJECTED, Severity.WARNING))));
        assertThat(out.toString()).doesNotContain("event 1").contains("00:01  event 2", "00:01  warning: event 3");
    }

    @Test
    void floodOfEventsIsCutAndCounted() {
        lines.show(moment(
                0,
                LongStream.rangeClosed(1, 100)
                        .mapToObj(i -> event(i, Kind.LINK_UP, Severity.INFO))
                        .toList()));
        assertThat(out.toString().lines()).hasSize(22).anyMatch(line -> line.contains("and 80 more events"));
    }

    @Test
    void closedPipeIsNoticed() {
        PlainLines broken = new PlainLines(new PrintWriter(new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws java.io.IOException {
                throw new java.io.IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        }));
        broken.show(moment(0, List.of()));
        assertThat(broken.isBroken()).isTrue();
    }

    private static Progress.Moment moment(int second, List<TestnetEvent> news) {
        return new Progress.Moment(
                Snapshots.line("node1", "node2"), new Rates.Reading(0, 0, Map.of()), Duration.ofSeconds(second), news);
    }

    private static TestnetEvent event(long sequence, Kind kind, Severity severity) {
        return new TestnetEvent(sequence, 0, kind, severity, null, null, "event " + sequence);
    }
}

package org.polytorus.simulator.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polytorus.simulator.app.Snapshots;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

class LiveTableTest {
    private static final TestnetSnapshot MANY = Snapshots.failing(
            Snapshots.line(
                    IntStream.rangeClosed(1, 200).mapToObj(i -> "node" + i).toArray(String[]::new)),
            "node7",
            "node7: port 8007 is taken");

    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 24, 60, 300})
    void pictureIsAlwaysLowerThanTheTerminal(int rows) {
        LiveTable table = new LiveTable(new PrintWriter(out), () -> TerminalSize.USUAL, null);
        table.show(moment(MANY, events(9)));
        assertThat(table.lines(moment(MANY, List.of()), new TerminalSize(80, rows)))
                .hasSizeLessThan(rows);
    }

    @Test
    void titleStatusProblemAndEventsAreShown() {
        LiveTable table = new LiveTable(new PrintWriter(out), () -> TerminalSize.USUAL, Duration.ofSeconds(30));
        table.show(moment(MANY, events(2)));
        assertThat(out.toString())
                .contains("Test  00:05 of 00:30", "nodes 199/200", "! node7: port 8007 is taken", "event 2");
    }

    @Test
    void secondPictureIsDrawnOverTheFirst() {
        LiveTable table = new LiveTable(new PrintWriter(out), () -> TerminalSize.USUAL, null);
        TestnetSnapshot three = Snapshots.line("node1", "node2", "node3");
        table.show(moment(three, List.of()));
        int lines = (int) out.toString().chars().filter(c -> c == '\n').count();
        table.show(moment(three, List.of()));
        table.end();
        assertThat(out.toString()).contains("\033[" + lines + "A").endsWith("\033[?25h");
    }

    @Test
    void sizeOfTheTerminalIsReadFromStty() {
        assertThat(TerminalSize.parse("50 132\n")).isEqualTo(new TerminalSize(132, 50));
        assertThat(TerminalSize.parse("0 0\n")).isEqualTo(TerminalSize.USUAL);
        assertThat(TerminalSize.parse("stty: not a terminal")).isEqualTo(TerminalSize.USUAL);
        assertThat(TerminalSize.parse("1 1\n")).isEqualTo(new TerminalSize(20, 10));
    }

    private static Progress.Moment moment(TestnetSnapshot snapshot, List<TestnetEvent> news) {
        return new Progress.Moment(snapshot, new Rates.Reading(1, 2, Map.of()), Duration.ofSeconds(5), news);
    }

    private static List<TestnetEvent> events(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(i -> new TestnetEvent(
                        i, 0, TestnetEvent.Kind.REORGANISATION, TestnetEvent.Severity.INFO, null, null, "event " + i))
                .toList();
    }
}

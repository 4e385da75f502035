package org.polytorus.simulator.app.scenario;

import java.time.Duration;
import java.util.List;
import org.polytorus.simulator.app.VersionText;
import org.polytorus.simulator.app.record.RecordFile;
import org.polytorus.simulator.app.record.RecordHeader;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.scenario.Expectation;
import org.polytorus.simulator.scenario.Quantity;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.scenario.Verdict;
import org.polytorus.simulator.testnet.TestnetEvent;

/**
 * Writes a scenario into a record. In virtual time the testnet writes its events itself, as they happen; and verdicts about the
 * program's memory, which no seed decides, are left out, so that the same seed gives the same bytes.
 */
public final class RecordStory implements Story {
    private final RecordFile record;
    private final RecordHeader.Time time;

    private RecordStory(RecordFile record, RecordHeader.Time time) {
        this.record = record;
        this.time = time;
    }

    /**
     * Writes the first line.
     *
     * @param files that the scenario was read from
     * @param startEpochNanos when it begins, on the clock of the testnet's events
     * @param starting how much later its timeline begins
     */
    public static RecordStory begin(
            RecordFile record,
            Scenario scenario,
            List<String> files,
            RecordHeader.Time time,
            long startEpochNanos,
            Duration starting) {
        List<String> leftOut = scenario.expectations().stream()
                .filter(expectation -> isLeftOut(expectation, time))
                .map(Expectation::sentence)
                .toList();
        long seed = scenario.testnet().seed();
        record.begin(
                new RecordHeader(VersionText.programVersion(), files, scenario.name(), seed, time, leftOut),
                startEpochNanos,
                starting);
        return new RecordStory(record, time);
    }

    @Override
    public void step(Duration elapsed, Step step) {
        record.step(elapsed, step);
    }

    @Override
    public void events(Duration elapsed, List<TestnetEvent> events, long lost) {
        if (time == RecordHeader.Time.VIRTUAL) {
            return;
        }
        if (lost > 0) {
            record.lostEvents(elapsed, lost);
        }
        events.forEach(record::event);
    }

    @Override
    public void verdict(Verdict verdict) {
        if (!isLeftOut(verdict.expectation(), time)) {
            record.verdict(verdict);
        }
    }

    @Override
    public void broken(Checked.Broken found) {
        record.broken(found);
    }

    private static boolean isLeftOut(Expectation expectation, RecordHeader.Time time) {
        return time == RecordHeader.Time.VIRTUAL && expectation.quantity() instanceof Quantity.Memory;
    }
}

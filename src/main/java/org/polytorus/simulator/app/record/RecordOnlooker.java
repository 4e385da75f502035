package org.polytorus.simulator.app.record;

import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.VersionText;
import org.polytorus.simulator.app.run.Onlooker;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * Writes a run without a timeline into a record. In virtual time the simulation writes its events itself, as they happen, and
 * only what was found broken comes from here.
 */
public final class RecordOnlooker implements Onlooker {
    private final RecordFile record;
    private final RecordHeader header;
    private final RunStart start = RunStart.now();
    private boolean hasBegun;
    private long eventsSeen;

    private RecordOnlooker(RecordFile record, RecordHeader header) {
        this.record = record;
        this.header = header;
    }

    /** Of a run on sockets, which begins now; its nodes have started when it is first looked at. */
    public static RecordOnlooker live(RecordFile record, List<String> files, long seed) {
        return new RecordOnlooker(record, header(files, seed, RecordHeader.Time.REAL));
    }

    /** Of a run in virtual time, to whose simulation the record is given besides. */
    public static RecordOnlooker virtual(RecordFile record, List<String> files, long seed, long startEpochNanos) {
        RecordOnlooker made = new RecordOnlooker(record, header(files, seed, RecordHeader.Time.VIRTUAL));
        made.begin(startEpochNanos, Duration.ZERO);
        return made;
    }

    private static RecordHeader header(List<String> files, long seed, RecordHeader.Time time) {
        return new RecordHeader(VersionText.programVersion(), files, null, seed, time, List.of());
    }

    private void begin(long startEpochNanos, Duration starting) {
        record.begin(header, startEpochNanos, starting);
        hasBegun = true;
    }

    @Override
    public void look(Duration elapsed, Supplier<TestnetSnapshot> now, LongFunction<List<TestnetEvent>> eventsAfter) {
        if (!hasBegun) {
            begin(start.epochNanos(), start.age().minus(elapsed));
        }
        if (header.time() == RecordHeader.Time.VIRTUAL) {
            return;
        }
        List<TestnetEvent> news = eventsAfter.apply(eventsSeen);
        if (!news.isEmpty()) {
            long lost = news.getFirst().sequence() - eventsSeen - 1;
            eventsSeen = news.getLast().sequence();
            if (lost > 0) {
                record.lostEvents(elapsed, lost);
            }
            news.forEach(record::event);
        }
    }

    @Override
    public void broken(Checked.Broken found) {
        record.broken(found);
    }

    /** The file is closed by whoever opened it, who also tells where it is. */
    @Override
    public void end(Duration ran, TestnetSnapshot last, @Nullable Checked checked) {}

    @Override
    public Told told() {
        return new Told(true, List.of());
    }
}

package org.polytorus.simulator.live;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.TestnetEvent;

/** The events lately told, numbered. Written seldom (the many go through the report queue), so a lock does. */
final class EventLog {
    /** Events that are kept; older ones are overwritten, which their sequence numbers show. */
    static final int CAPACITY = 5_000;

    private final EpochClock clock;
    private final ArrayDeque<TestnetEvent> events = new ArrayDeque<>();
    private long last;

    EventLog(EpochClock clock) {
        this.clock = clock;
    }

    void add(
            TestnetEvent.Kind kind,
            TestnetEvent.Severity severity,
            @Nullable NodeName node,
            @Nullable LinkId link,
            String text) {
        addAt(clock.epochNanos(), kind, severity, node, link, text);
    }

    synchronized void addAt(
            long epochNanos,
            TestnetEvent.Kind kind,
            TestnetEvent.Severity severity,
            @Nullable NodeName node,
            @Nullable LinkId link,
            String text) {
        if (events.size() == CAPACITY) {
            events.removeFirst();
        }
        events.add(new TestnetEvent(++last, epochNanos, kind, severity, node, link, text));
    }

    synchronized List<TestnetEvent> after(long sequence) {
        if (sequence >= last) {
            return Collections.emptyList();
        }
        ArrayDeque<TestnetEvent> wanted = new ArrayDeque<>();
        Iterator<TestnetEvent> newestFirst = events.descendingIterator();
        while (newestFirst.hasNext()) {
            TestnetEvent event = newestFirst.next();
            if (event.sequence() <= sequence) {
                break;
            }
            wanted.addFirst(event);
        }
        return List.copyOf(wanted);
    }
}

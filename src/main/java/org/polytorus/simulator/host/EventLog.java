package org.polytorus.simulator.host;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.TestnetEvent;

/** The events lately told, numbered. Written seldom (the many go through the report queue), so a lock does. */
public final class EventLog {
    /** Events that are kept; older ones are overwritten, which their sequence numbers show. */
    public static final int CAPACITY = 5_000;

    private final LongSupplier clock;
    private final Consumer<TestnetEvent> listener;
    private final ArrayDeque<TestnetEvent> events = new ArrayDeque<>();
    private long last;

    /** @param clock nanoseconds since the Unix epoch */
    public EventLog(LongSupplier clock) {
        this(clock, _ -> {});
    }

    /** @param listener takes each event as it is told */
    public EventLog(LongSupplier clock, Consumer<TestnetEvent> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    public void add(
            TestnetEvent.Kind kind,
            TestnetEvent.Severity severity,
            @Nullable NodeName node,
            @Nullable LinkId link,
            String text) {
        addAt(clock.getAsLong(), kind, severity, node, link, text);
    }

    public synchronized void addAt(
            long epochNanos,
            TestnetEvent.Kind kind,
            TestnetEvent.Severity severity,
            @Nullable NodeName node,
            @Nullable LinkId link,
            String text) {
        if (events.size() == CAPACITY) {
            events.removeFirst();
        }
        TestnetEvent event = new TestnetEvent(++last, epochNanos, kind, severity, node, link, text);
        events.add(event);
        listener.accept(event);
    }

    public synchronized List<TestnetEvent> after(long sequence) {
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

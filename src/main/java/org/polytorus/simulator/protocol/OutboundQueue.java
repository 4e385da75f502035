package org.polytorus.simulator.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.MessageKind;

/**
 * Frames that wait for one peer, in a lane for each priority. Bounded by number and bytes: the oldest of the least urgent
 * gives way and is counted. A lane that has been served four times in a row lets the next one have its turn, so that none
 * waits for ever; what waits for five minutes has lost its point and is counted as well.
 */
final class OutboundQueue {
    /** PolyTorus's bound of a peer's queue. */
    static final int MAX_MESSAGES = 1_000;

    /** Room for at least one frame of the largest size, and little more. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    /** PolyTorus's age at which a message is given up. */
    static final long EXPIRY_NANOS = TimeUnit.MINUTES.toNanos(5);

    /** Frames of a lane that go before one of the lanes below it. */
    static final int TURNS = 4;

    /** Only those that were needed: on most connections nothing ever waits. */
    private Map<Priority, Lane> lanes = Collections.emptyMap();

    private final QueueCounters counters;
    private int size;
    private int bytes;
    private long dropped;

    /** One frame, its kind, and since when it waits. */
    record Waiting(MessageKind kind, byte[] frame, long sinceNanos) {}

    private static final class Lane {
        final ArrayDeque<Waiting> frames = new ArrayDeque<>();

        int turnsInARow;
    }

    OutboundQueue(QueueCounters counters) {
        this.counters = counters;
    }

    void add(Waiting frame) {
        lane(Priority.of(frame.kind())).frames.addLast(frame);
        size++;
        bytes += frame.frame().length;
        while (size > MAX_MESSAGES || bytes > MAX_BYTES) {
            removeFirst(lowest());
            dropped++;
            counters.dropped(1);
        }
    }

    /** The frame whose turn it is. */
    @Nullable
    Waiting poll() {
        Lane turn = null;
        for (Lane lane : lanes.values()) {
            if (lane.frames.isEmpty()) {
                continue;
            }
            if (turn != null) {
                turn.turnsInARow = 0;
            }
            turn = lane;
            if (lane.turnsInARow < TURNS) {
                break;
            }
        }
        if (turn == null) {
            return null;
        }
        turn.turnsInARow = Math.min(TURNS, turn.turnsInARow + 1);
        return removeFirst(turn);
    }

    /** The most urgent frame that no rate limit holds back. */
    @Nullable
    Waiting pollUnlimited() {
        for (Lane lane : lanes.values()) {
            Waiting first = lane.frames.peekFirst();
            if (first != null && !Priority.isLimited(first.kind())) {
                return removeFirst(lane);
            }
        }
        return null;
    }

    /** Takes everything out, the most urgent first. */
    List<Waiting> drain() {
        List<Waiting> all = new ArrayList<>();
        for (Lane lane : lanes.values()) {
            all.addAll(lane.frames);
            lane.frames.clear();
        }
        size = 0;
        bytes = 0;
        return all;
    }

    /** Gives up what has waited for too long. */
    void expire(long now) {
        for (Lane lane : lanes.values()) {
            for (Waiting first = lane.frames.peekFirst();
                    first != null && first.sinceNanos() + EXPIRY_NANOS <= now;
                    first = lane.frames.peekFirst()) {
                removeFirst(lane);
                counters.expired(1);
            }
        }
    }

    /** When the next frame will be too old, or {@link Timed#NEVER}. */
    long nextExpiryNanos() {
        long next = Timed.NEVER;
        for (Lane lane : lanes.values()) {
            Waiting first = lane.frames.peekFirst();
            next = first == null ? next : Math.min(next, first.sinceNanos() + EXPIRY_NANOS);
        }
        return next;
    }

    int size() {
        return size;
    }

    int size(Priority priority) {
        Lane lane = lanes.get(priority);
        return lane == null ? 0 : lane.frames.size();
    }

    void gauge(Gauge gauge) {
        gauge.holds("messages that wait for a peer", size, MAX_MESSAGES);
        gauge.holds("bytes that wait for a peer", bytes, MAX_BYTES);
    }

    long dropped() {
        return dropped;
    }

    private Waiting removeFirst(Lane lane) {
        Waiting first = lane.frames.removeFirst();
        size--;
        bytes -= first.frame().length;
        return first;
    }

    private Lane lowest() {
        Lane lowest = lane(Priority.CRITICAL);
        for (Lane lane : lanes.values()) {
            lowest = lane.frames.isEmpty() ? lowest : lane;
        }
        return lowest;
    }

    private Lane lane(Priority priority) {
        if (lanes.isEmpty()) {
            lanes = new EnumMap<>(Priority.class);
        }
        return lanes.computeIfAbsent(priority, _ -> new Lane());
    }
}

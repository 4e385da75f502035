package org.polytorus.simulator.protocol;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.MessageKind;

/** Frames that wait for a congested connection. Bounded by number and bytes: the oldest gives way and is counted. */
final class OutboundQueue {
    /** PolyTorus's bound of a peer's queue. */
    static final int MAX_MESSAGES = 1_000;

    /** Room for at least one frame of the largest size, and little more. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private int bytes;
    private long dropped;

    /** One frame and its kind. */
    record Waiting(MessageKind kind, byte[] frame) {}

    void add(MessageKind kind, byte[] frame) {
        waiting.addLast(new Waiting(kind, frame));
        bytes += frame.length;
        while (waiting.size() > MAX_MESSAGES || bytes > MAX_BYTES) {
            bytes -= waiting.removeFirst().frame().length;
            dropped++;
        }
    }

    @Nullable
    Waiting poll() {
        Waiting next = waiting.pollFirst();
        if (next != null) {
            bytes -= next.frame().length;
        }
        return next;
    }

    int size() {
        return waiting.size();
    }

    long dropped() {
        return dropped;
    }
}

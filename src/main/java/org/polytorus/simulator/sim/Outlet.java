package org.polytorus.simulator.sim;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.LinkCounters;
import org.polytorus.simulator.link.LinkPolicy;
import org.polytorus.simulator.link.SharedLine.Stream;
import org.polytorus.simulator.model.Bandwidth;

/**
 * Where one end of a virtual connection sends through its node's line: what waits for it, in order. Bounded as a link is:
 * from half of its bound on the sender is held back, and what comes beyond it is discarded and counted.
 */
final class Outlet {

    /** What the line has carried goes on there. */
    interface Exit {
        void carried(Object thing, int frameBytes, int tag);

        void congested(boolean congested);
    }

    /** A frame, or with 0 bytes a mark that keeps its place behind the frames before it. */
    private record Waiting(Object thing, int frameBytes, int tag) {}

    private final Uplink uplink;
    private final Stream stream;
    private final LinkCounters counters;
    private final Exit exit;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>(1);
    private long queuedBytes;
    private boolean congested;

    /** @param most the rate of the line at the other end, or null for no limit */
    Outlet(Uplink uplink, @Nullable Bandwidth most, LinkCounters counters, Exit exit) {
        this.uplink = uplink;
        this.counters = counters;
        this.exit = exit;
        stream = new Stream(most);
    }

    Stream stream() {
        return stream;
    }

    void send(Object payload, int frameBytes, int tag) {
        boolean hasRoom = queue.isEmpty()
                || (queue.size() < LinkPolicy.MAX_FRAMES_ON_LINK
                        && queuedBytes + frameBytes <= LinkPolicy.MAX_BYTES_ON_LINK);
        if (!hasRoom) {
            counters.overflowedAtSender(frameBytes);
            return;
        }
        counters.waitsAtSender(frameBytes);
        queuedBytes += frameBytes;
        put(new Waiting(payload, frameBytes, tag));
        if (isFull()) {
            setCongested(true);
        }
    }

    /** Lets something follow the frames that wait. */
    void sendMark(Object mark) {
        put(new Waiting(mark, 0, 0));
    }

    /** The connection has ended: what waits never leaves. */
    void abandon() {
        uplink.giveUp(this);
        for (Waiting waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            if (waiting.frameBytes() > 0) {
                counters.endedAtSender(waiting.frameBytes());
            }
        }
        queuedBytes = 0;
        setCongested(false);
    }

    /** How long what waits may need. */
    long remainingNanos() {
        return queuedBytes == 0 ? 0 : uplink.nanosFor(queuedBytes, this);
    }

    /** The line has carried the first of those that wait. */
    void left() {
        Waiting first = queue.remove();
        queuedBytes -= first.frameBytes();
        counters.leftSender(first.frameBytes());
        // Before the frame goes on, which may end the connection and abandon the rest.
        beginNext();
        exit.carried(first.thing(), first.frameBytes(), first.tag());
        while (!queue.isEmpty() && queue.peek().frameBytes() == 0) {
            exit.carried(queue.remove().thing(), 0, 0);
        }
        setCongested(congested && !isHalfDrained());
    }

    private void put(Waiting waiting) {
        boolean first = queue.isEmpty();
        if (first && waiting.frameBytes() == 0) {
            exit.carried(waiting.thing(), 0, 0);
            return;
        }
        queue.add(waiting);
        if (first) {
            beginNext();
        }
    }

    private void beginNext() {
        Waiting next = queue.peek();
        if (next != null && next.frameBytes() > 0) {
            uplink.begin(this, next.frameBytes());
        }
    }

    private boolean isFull() {
        return queue.size() >= LinkPolicy.CONGESTED_FRAMES || queuedBytes >= LinkPolicy.CONGESTED_BYTES;
    }

    private boolean isHalfDrained() {
        return queue.size() <= LinkPolicy.CONGESTED_FRAMES / 2 && queuedBytes <= LinkPolicy.CONGESTED_BYTES / 2;
    }

    private void setCongested(boolean changed) {
        if (congested != changed) {
            congested = changed;
            exit.congested(changed);
        }
    }
}

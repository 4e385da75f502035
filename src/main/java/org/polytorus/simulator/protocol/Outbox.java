package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.polytorus.simulator.model.MessageKind;

/**
 * The way out for every frame. What may go goes at once; what is over its peer's rate limit, or finds the connection
 * congested, waits in that connection's queue.
 */
final class Outbox extends Timed {
    private final NodeContext context;
    private final QueueCounters counters = new QueueCounters();
    private final BandwidthMeter bandwidth = new BandwidthMeter();
    private final Set<Connection> waiting = new LinkedHashSet<>();

    Outbox(NodeContext context) {
        super(context);
        this.context = context;
    }

    QueueCounters counters() {
        return counters;
    }

    /** Sends a frame in its turn. */
    void send(Connection to, MessageKind kind, byte[] frame) {
        if (to.isEnding()) {
            return;
        }
        boolean limited = Priority.isLimited(kind);
        boolean mayGo = !to.congested && (!limited || (to.queue.size() == 0 && to.limiter.isOpen(context.now)));
        if (mayGo) {
            if (limited) {
                to.limiter.take(frame.length);
            }
            counters.processed(0);
            emit(to, kind, frame);
        } else {
            hold(to, new OutboundQueue.Waiting(kind, frame, context.now));
        }
    }

    /** Sends a frame past queue and limit: for a flood, which is abuse on purpose. */
    void sendUnlimited(Connection to, MessageKind kind, byte[] frame) {
        if (!to.isEnding()) {
            emit(to, kind, frame);
        }
    }

    /** Takes over what has waited for this peer while it was away. */
    void deliver(Connection to, List<OutboundQueue.Waiting> kept) {
        kept.forEach(frame -> hold(to, frame));
        pump(to);
    }

    void congestion(Connection connection, boolean congested) {
        connection.congested = congested;
        pump(connection);
    }

    /** The connection is gone: what it was still to be sent is given up, or handed on for when the peer returns. */
    List<OutboundQueue.Waiting> close(Connection connection) {
        waiting.remove(connection);
        List<OutboundQueue.Waiting> unsent = connection.queue.drain();
        List<OutboundQueue.Waiting> worthKeeping = unsent.stream()
                .filter(frame -> Priority.outlivesConnection(frame.kind()))
                .toList();
        counters.dropped(unsent.size() - worthKeeping.size());
        return worthKeeping;
    }

    /** The connection is gone for good. */
    void discard(Connection connection) {
        counters.dropped(close(connection).size());
    }

    /** How many frames of a priority wait for connected peers. */
    int waiting(Priority priority) {
        return waiting.stream()
                .mapToInt(connection -> connection.queue.size(priority))
                .sum();
    }

    double megabitsPerSecond() {
        return bandwidth.megabitsPerSecond(context.now);
    }

    @Override
    void run() {
        due(NEVER);
        for (Connection connection : new ArrayList<>(waiting)) {
            connection.queue.expire(context.now);
            pump(connection);
        }
    }

    private void hold(Connection to, OutboundQueue.Waiting frame) {
        to.queue.add(frame);
        waiting.add(to);
        planNext(to);
    }

    private void pump(Connection to) {
        if (to.isEnding()) {
            discard(to);
            return;
        }
        while (!to.congested && to.queue.size() > 0) {
            boolean open = to.limiter.isOpen(context.now);
            OutboundQueue.Waiting next = open ? to.queue.poll() : to.queue.pollUnlimited();
            if (next == null) {
                break;
            }
            if (Priority.isLimited(next.kind())) {
                to.limiter.take(next.frame().length);
            }
            counters.processed(context.now - next.sinceNanos());
            emit(to, next.kind(), next.frame());
        }
        if (to.queue.size() == 0) {
            waiting.remove(to);
        } else {
            planNext(to);
        }
    }

    private void planNext(Connection to) {
        long opens = to.congested ? NEVER : to.limiter.opensNanos(context.now);
        dueBy(Math.min(opens, to.queue.nextExpiryNanos()));
    }

    private void emit(Connection to, MessageKind kind, byte[] frame) {
        context.counters.sent(kind, frame.length);
        bandwidth.sent(context.now, frame.length);
        to.messagesSent++;
        to.bytesSent += frame.length;
        context.emit(new Output.Send(to.id, kind, frame));
    }
}

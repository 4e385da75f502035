package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.polytorus.simulator.model.Hash;

/**
 * What has been asked of whom. Nothing is asked for twice at once: others that have the same thing are remembered and
 * asked in turn when the answer does not come in time or the peer is lost.
 *
 * <p>Where scores count, the best holder goes first, a poor one that announces first waits a moment for a better one, and who
 * does not answer as fast as it used to is given up sooner, provided that somebody else can be asked.
 */
final class RequestTracker implements Timed {
    /** Things asked for at once; further ones are learned of again from later announcements. */
    static final int MAX_OPEN = 1_024;

    /** How long a thing that only a poor peer has is not asked for. */
    static final long HOLD_BACK_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final NodeContext context;
    private final QualityOfService quality;
    private final BiConsumer<Connection, Hash> ask;
    private final Map<Hash, Request> open = new LinkedHashMap<>();
    private long nextDue = NEVER;

    /** {@code ask} sends the request for a hash to a peer. */
    RequestTracker(NodeContext context, QualityOfService quality, BiConsumer<Connection, Hash> ask) {
        this.context = context;
        this.quality = quality;
        this.ask = ask;
    }

    /** Wants something that {@code holder} has: asks now, or keeps the holder in mind if somebody is asked already. */
    void want(Hash hash, Connection holder) {
        Request request = open.get(hash);
        if (request == null) {
            if (open.size() < MAX_OPEN) {
                begin(hash, holder);
            }
        } else if (request.addHolder(holder)) {
            if (request.isHeldBack() && !quality.isPoor(holder)) {
                askNext(hash, request);
            } else {
                plan(request);
            }
        }
    }

    private void begin(Hash hash, Connection holder) {
        Request request = new Request(context.now);
        request.addHolder(holder);
        open.put(hash, request);
        if (quality.isPoor(holder)) {
            quality.heldBack(holder);
            plan(request);
        } else {
            askNext(hash, request);
        }
    }

    /** It arrived, from whomever. */
    void arrived(Hash hash, Connection from) {
        Request request = open.remove(hash);
        if (request != null) {
            request.measureAnswer(from, context.now);
        }
    }

    /** Whether {@code peer} is the one that was asked for it: then a request for it from there is our own, echoed. */
    boolean isAskedOf(Connection peer, Hash hash) {
        Request request = open.get(hash);
        return request != null && request.isAsked(peer);
    }

    /** The one that was asked will not answer. */
    void refused(Hash hash) {
        Request request = open.get(hash);
        if (request != null) {
            askNext(hash, request);
        }
    }

    void peerLost(Connection peer) {
        for (Map.Entry<Hash, Request> entry : List.copyOf(open.entrySet())) {
            Request request = entry.getValue();
            request.removeHolder(peer);
            if (request.isAsked(peer) || (request.isHeldBack() && !request.hasAlternatives())) {
                askNext(entry.getKey(), request);
            }
        }
    }

    @Override
    public long nextDueNanos() {
        return nextDue;
    }

    @Override
    public void run() {
        nextDue = NEVER;
        List<Map.Entry<Hash, Request>> late = new ArrayList<>();
        for (Map.Entry<Hash, Request> entry : open.entrySet()) {
            if (deadline(entry.getValue()) <= context.now) {
                late.add(Map.entry(entry.getKey(), entry.getValue()));
            } else {
                plan(entry.getValue());
            }
        }
        for (Map.Entry<Hash, Request> entry : late) {
            entry.getValue().noteUnanswered(context.now);
            askNext(entry.getKey(), entry.getValue());
        }
    }

    private void askNext(Hash hash, Request request) {
        if (!request.hasAlternatives()) {
            open.remove(hash);
            return;
        }
        Connection first = request.firstHolder();
        Connection next = quality.bestOf(request.holders());
        if (next != first) {
            quality.askedRather(next, first);
        }
        request.asked(next, context.now);
        plan(request);
        ask.accept(next, hash);
    }

    private void plan(Request request) {
        nextDue = Math.min(nextDue, deadline(request));
    }

    private long deadline(Request request) {
        return request.isHeldBack()
                ? request.sinceNanos() + HOLD_BACK_NANOS
                : request.deadlineNanos(quality.isEnabled());
    }
}

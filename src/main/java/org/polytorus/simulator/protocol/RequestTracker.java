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
final class RequestTracker extends Timed {
    /** Things asked for at once; further ones are learned of again from later announcements. */
    static final int MAX_OPEN = 8_192;

    /**
     * Of one peer, so that one which announces without end does not use up what others need: more than what is announced
     * at once to a peer that was away.
     */
    static final int MAX_OPEN_OF_PEER = 1_024;

    /** How long a thing that only a poor peer has is not asked for. */
    static final long HOLD_BACK_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final NodeContext context;
    private final QualityOfService quality;
    private final BiConsumer<Connection, Hash> ask;
    private final Map<Hash, Request> open = new LinkedHashMap<>();
    private final Map<ConnectionId, Integer> openOfPeer = new LinkedHashMap<>();

    /** {@code ask} sends the request for a hash to a peer. */
    RequestTracker(NodeContext context, QualityOfService quality, BiConsumer<Connection, Hash> ask) {
        super(context);
        this.context = context;
        this.quality = quality;
        this.ask = ask;
    }

    /** Wants something that {@code holder} has: asks now, or keeps the holder in mind if somebody is asked already. */
    void want(Hash hash, Connection holder) {
        Request request = open.get(hash);
        if (request == null) {
            boolean hasRoom = openOfPeer.getOrDefault(holder.id, 0) < MAX_OPEN_OF_PEER;
            if (open.size() < MAX_OPEN && hasRoom) {
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
        Request request =
                new Request(context.now, context.settings.requestTimeout().toNanos());
        request.addHolder(holder);
        open.put(hash, request);
        charge(request, holder);
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
            discharge(request);
            request.measureAnswer(from, context.now);
            if (open.isEmpty()) {
                due(NEVER);
            }
        }
    }

    /** How many things are asked for now. */
    int size() {
        return open.size();
    }

    void gauge(Gauge gauge) {
        gauge.holds("requests", open.size(), MAX_OPEN);
        gauge.holds("peers that are asked", openOfPeer.size(), open.size());
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
    void run() {
        due(NEVER);
        List<Map.Entry<Hash, Request>> late = new ArrayList<>();
        for (Map.Entry<Hash, Request> entry : open.entrySet()) {
            if (deadline(entry.getValue()) <= context.now) {
                late.add(Map.entry(entry.getKey(), entry.getValue()));
            } else {
                plan(entry.getValue());
            }
        }
        for (Map.Entry<Hash, Request> entry : late) {
            Request request = entry.getValue();
            // Whoever breaks too many promises is gone, and others were asked, before its further requests come up
            // here.
            if (open.get(entry.getKey()) == request && deadline(request) <= context.now) {
                isLate(entry.getKey(), request);
            }
        }
    }

    private void isLate(Hash hash, Request request) {
        Connection asked = request.isHeldBack() ? null : request.askedLast();
        long askedNanos = request.isHeldBack() ? NEVER : request.askedNanos();
        request.noteUnanswered(context.now);
        askNext(hash, request);
        if (asked != null && asked.registered && asked.promises.broken(askedNanos, asked.lastPongNanos)) {
            context.misbehaved(
                    asked, Misbehaviour.EMPTY_PROMISES, Promises.BROKEN_ROW + " requests in a row without an answer");
        }
    }

    /** Counts the request for the peer that is asked, or that is to be asked, and no longer for the one before. */
    private void charge(Request request, Connection peer) {
        discharge(request);
        request.charged = peer.id;
        openOfPeer.merge(peer.id, 1, Integer::sum);
    }

    private void discharge(Request request) {
        if (request.charged != null) {
            openOfPeer.computeIfPresent(request.charged, (_, count) -> count == 1 ? null : count - 1);
            request.charged = null;
        }
    }

    private void askNext(Hash hash, Request request) {
        if (!request.hasAlternatives()) {
            open.remove(hash);
            discharge(request);
            return;
        }
        Connection first = request.firstHolder();
        Connection next = quality.bestOf(request.holders());
        if (next != first) {
            quality.askedRather(next, first);
        }
        charge(request, next);
        request.asked(next, context.now);
        plan(request);
        ask.accept(next, hash);
    }

    private void plan(Request request) {
        dueBy(deadline(request));
    }

    private long deadline(Request request) {
        return request.isHeldBack()
                ? request.sinceNanos() + HOLD_BACK_NANOS
                : request.deadlineNanos(quality.isEnabled());
    }
}

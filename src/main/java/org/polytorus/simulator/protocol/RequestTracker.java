package org.polytorus.simulator.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;

/**
 * What has been asked of whom. Nothing is asked for twice at once: others that have the same thing are remembered and
 * asked in turn when the answer does not come in time or the peer is lost.
 */
final class RequestTracker implements Timed {
    /** Things asked for at once; further ones are learned of again from later announcements. */
    static final int MAX_OPEN = 8_192;

    /**
     * Of one peer, so that one which announces without end does not use up what others need: more than what is announced
     * at once to a peer that was away.
     */
    static final int MAX_OPEN_OF_PEER = 1_024;

    private static final int MAX_ALTERNATIVES = 8;
    private static final long SHORTEST_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int TIMEOUT_ROUND_TRIPS = 4;

    private final NodeContext context;
    private final BiConsumer<Connection, Hash> ask;
    private final Map<Hash, Request> open = new LinkedHashMap<>();
    private final Map<ConnectionId, Integer> openOfPeer = new LinkedHashMap<>();
    private long nextDue = NEVER;

    private static final class Request {
        Connection asked;
        long askedNanos;
        long deadlineNanos;
        final ArrayDeque<Connection> alternatives = new ArrayDeque<>();

        Request(Connection asked) {
            this.asked = asked;
        }
    }

    /** {@code ask} sends the request for a hash to a peer. */
    RequestTracker(NodeContext context, BiConsumer<Connection, Hash> ask) {
        this.context = context;
        this.ask = ask;
    }

    /** Wants something that {@code holder} has: asks now, or keeps the holder in mind if somebody is asked already. */
    void want(Hash hash, Connection holder) {
        Request request = open.get(hash);
        if (request != null) {
            boolean isNew = request.asked != holder && !request.alternatives.contains(holder);
            if (isNew && request.alternatives.size() < MAX_ALTERNATIVES) {
                request.alternatives.addLast(holder);
            }
        } else if (open.size() < MAX_OPEN && openOfPeer.getOrDefault(holder.id, 0) < MAX_OPEN_OF_PEER) {
            request = new Request(holder);
            open.put(hash, request);
            send(hash, request, holder);
        }
    }

    /** It arrived, from whomever. */
    void arrived(Hash hash) {
        Request request = open.remove(hash);
        if (request != null) {
            noLongerAsked(request.asked);
        }
    }

    /** How many things are asked for now. */
    int size() {
        return open.size();
    }

    /** Whether {@code peer} is the one that was asked for it: then a request for it from there is our own, echoed. */
    boolean isAskedOf(Connection peer, Hash hash) {
        Request request = open.get(hash);
        return request != null && request.asked == peer;
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
            entry.getValue().alternatives.remove(peer);
            if (entry.getValue().asked == peer) {
                askNext(entry.getKey(), entry.getValue());
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
        List<Hash> late = new ArrayList<>();
        for (Map.Entry<Hash, Request> entry : open.entrySet()) {
            if (entry.getValue().deadlineNanos <= context.now) {
                late.add(entry.getKey());
            } else {
                nextDue = Math.min(nextDue, entry.getValue().deadlineNanos);
            }
        }
        for (Hash hash : late) {
            Request request = open.get(hash);
            if (request != null && request.deadlineNanos <= context.now) {
                Connection asked = request.asked;
                long askedNanos = request.askedNanos;
                refused(hash);
                broken(asked, askedNanos);
            }
        }
    }

    /** Where this peer is put on the blacklist for it, others have been asked for the rest when this returns. */
    private void broken(Connection asked, long askedNanos) {
        if (asked.registered && asked.promises.broken(askedNanos, asked.lastPongNanos)) {
            context.misbehaved(
                    asked, Misbehaviour.EMPTY_PROMISES, Promises.BROKEN_ROW + " requests in a row without an answer");
        }
    }

    private void askNext(Hash hash, Request request) {
        noLongerAsked(request.asked);
        @Nullable Connection next = request.alternatives.pollFirst();
        if (next == null) {
            open.remove(hash);
        } else {
            send(hash, request, next);
        }
    }

    private void noLongerAsked(Connection peer) {
        openOfPeer.computeIfPresent(peer.id, (_, count) -> count == 1 ? null : count - 1);
    }

    private void send(Hash hash, Request request, Connection to) {
        request.asked = to;
        request.askedNanos = context.now;
        openOfPeer.merge(to.id, 1, Integer::sum);
        long patience = Math.max(SHORTEST_TIMEOUT_NANOS, TIMEOUT_ROUND_TRIPS * request.asked.roundTripNanos);
        request.deadlineNanos = context.now + patience;
        nextDue = Math.min(nextDue, request.deadlineNanos);
        ask.accept(request.asked, hash);
    }
}

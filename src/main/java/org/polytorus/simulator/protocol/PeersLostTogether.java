package org.polytorus.simulator.protocol;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerId;

/**
 * At least two peers, and at least half of all, lost within five seconds, and not because this node wanted it. Peers stop one
 * by one; what takes many at once lies between them and this node.
 *
 * <p>The sign holds while two of them and half of all are still away and nobody has taken their places, for an hour at the
 * most: who has been away for so long is gone for good.
 */
final class PeersLostTogether implements CutEvidence {
    static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(5);
    static final int LEAST_LOST = 2;
    /** So long the peers have to come back before anything is said: a network that blinks is not cut. */
    static final long SETTLING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long PATIENCE_NANOS = TimeUnit.HOURS.toNanos(1);
    /** Strangers can come and go under ever new names; the oldest are forgotten. */
    private static final int MAX_REMEMBERED = 1_000;

    private final NodeContext context;
    private final PeerTable peers;
    private final Map<PeerId, Long> lostLately = new LinkedHashMap<>();
    private final Set<PeerId> missing = new LinkedHashSet<>();
    private int peersBefore;
    private long sinceNanos;

    PeersLostTogether(NodeContext context, PeerTable peers) {
        this.context = context;
        this.peers = peers;
    }

    /** A registered peer is gone; the peer table no longer counts it. */
    void lost(Connection peer) {
        if (!AwayPeers.mayReturn(peer) || peer.ending == DisconnectReason.DUPLICATE) {
            return;
        }
        lostLately.values().removeIf(lostNanos -> context.now - lostNanos > WINDOW_NANOS);
        lostLately.put(peer.peerId(), context.now);
        if (isMuch(lostLately.size(), peers.peerCount() + lostLately.size())) {
            sinceNanos = missing.isEmpty() ? context.now : sinceNanos;
            missing.addAll(lostLately.keySet());
            trim(missing.iterator(), missing.size());
            peersBefore = peers.peerCount() + missing.size();
        }
        trim(lostLately.keySet().iterator(), lostLately.size());
    }

    void registered(PeerId peer) {
        lostLately.remove(peer);
        missing.remove(peer);
    }

    void gauge(Gauge gauge) {
        gauge.holds("peers lost lately", lostLately.size(), MAX_REMEMBERED);
        gauge.holds("peers that are missing", missing.size(), MAX_REMEMBERED);
    }

    @Override
    public @Nullable String find() {
        boolean replaced = peers.peerCount() >= peersBefore;
        boolean over = replaced || context.now - sinceNanos > PATIENCE_NANOS;
        if (over || !isMuch(missing.size(), peersBefore)) {
            missing.clear();
            return null;
        }
        return context.now - sinceNanos < SETTLING_NANOS
                ? null
                : missing.size() + " of " + peersBefore + " peers were lost within "
                        + TimeUnit.NANOSECONDS.toSeconds(WINDOW_NANOS) + " s and have not come back";
    }

    @Override
    public void forget() {
        lostLately.clear();
        missing.clear();
    }

    private static boolean isMuch(int lost, int of) {
        return lost >= LEAST_LOST && 2 * lost >= of;
    }

    private static void trim(Iterator<PeerId> oldestFirst, int size) {
        if (size > MAX_REMEMBERED) {
            oldestFirst.next();
            oldestFirst.remove();
        }
    }
}

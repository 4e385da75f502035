package org.polytorus.simulator.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.QualityStats.Kind;

/** Notes when scores change the order of telling in substance: who is first, and who gets no full blocks. */
final class FanOutWatch {
    /** Peers closer than this are as good as each other: which of them is first decides nothing. */
    private static final int DIFFERENCE = 10;

    private final QualityLog log;
    private @Nullable PeerId first;
    private Set<PeerId> leftOut = new TreeSet<>();

    FanOutWatch(QualityLog log) {
        this.log = log;
    }

    void compare(List<Connection> byScore, Collection<Connection> byId) {
        if (byScore.isEmpty()) {
            return;
        }
        Connection best = byScore.getFirst();
        Connection before = firstBefore(byScore, byId);
        if (best.standing.points() - before.standing.points() >= DIFFERENCE) {
            String why = "it scores " + best.standing.points() + ", the other " + before.standing.points();
            log.add(Kind.FAN_OUT, best.peerId(), before.peerId(), why);
            first = best.peerId();
        } else {
            first = before.peerId();
        }
        Set<PeerId> chosen = served(byScore);
        Set<PeerId> passedOver = served(byId);
        passedOver.removeAll(chosen);
        for (Connection peer : byScore) {
            if (passedOver.contains(peer.peerId()) && !leftOut.contains(peer.peerId())) {
                String why = "it scores " + peer.standing.points() + ", and " + BlockGossip.FULL_BLOCK_FAN_OUT
                        + " others score more";
                log.add(Kind.LEFT_OUT, peer.peerId(), null, why);
            }
        }
        leftOut = passedOver;
    }

    private Connection firstBefore(List<Connection> byScore, Collection<Connection> byId) {
        for (Connection peer : byScore) {
            if (peer.peerId().equals(first)) {
                return peer;
            }
        }
        return byId.iterator().next();
    }

    /** Who gets blocks in full: the first few of those that never ask for them. */
    private static Set<PeerId> served(Collection<Connection> peers) {
        Set<PeerId> served = new TreeSet<>();
        for (Connection peer : peers) {
            if (!peer.announces() && served.size() < BlockGossip.FULL_BLOCK_FAN_OUT) {
                served.add(peer.peerId());
            }
        }
        return served;
    }
}

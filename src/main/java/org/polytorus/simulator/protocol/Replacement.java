package org.polytorus.simulator.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;

/**
 * Who has to go when a node is full and somebody new comes: the worst peer, if it has been poor for a minute and is not the last
 * link to a part of the network that this node knows. To know that, a full node asks its peers every minute for theirs. Who was
 * replaced does not take another's place so soon, or two poor peers would replace each other for ever.
 */
final class Replacement extends Timed {
    static final long POOR_FOR_NANOS = TimeUnit.MINUTES.toNanos(1);
    static final long ASK_NANOS = TimeUnit.MINUTES.toNanos(1);
    static final long NO_RETURN_NANOS = TimeUnit.MINUTES.toNanos(10);

    /** Peers that were replaced and are remembered; the oldest is forgotten first. */
    private static final int MAX_REMEMBERED = 100;

    private final NodeContext context;
    private final PeerTable peers;
    private final QualityOfService quality;
    private final NeighbourMap neighbours;
    private final Map<PeerId, Long> replaced = new LinkedHashMap<>();
    private Consumer<Connection> askForPeers = _ -> {};

    Replacement(NodeContext context, PeerTable peers, QualityOfService quality) {
        super(context);
        this.context = context;
        this.peers = peers;
        this.quality = quality;
        this.neighbours = new NeighbourMap(context.self);
    }

    /** Who asks a peer for its list. */
    void askThrough(Consumer<Connection> asking) {
        askForPeers = asking;
    }

    /** A peer tells whom it knows. */
    void told(Connection by, Message.PeerList list) {
        if (by.registered && !list.peers().isEmpty()) {
            neighbours.told(by.peerId(), list.peers(), context.nowSeconds());
        }
    }

    void registered() {
        dueBy(context.now + TimeUnit.SECONDS.toNanos(1));
    }

    void lost(Connection peer) {
        neighbours.forget(peer.peerId());
    }

    void gauge(Gauge gauge) {
        gauge.holds("peers that were replaced", replaced.size(), MAX_REMEMBERED);
        neighbours.gauge(gauge, peers.peerCount());
    }

    /** The peer whose place {@code newcomer} takes, or null if nobody has to go for it. It is the caller's to disconnect. */
    @Nullable
    Connection giveWay(PeerId newcomer) {
        Long before = replaced.get(newcomer);
        if (before != null && context.now - before < NO_RETURN_NANOS) {
            return null;
        }
        List<PeerId> ours = peers.peers().stream().map(Connection::peerId).toList();
        Connection worst = quality.worst(
                POOR_FOR_NANOS, peer -> neighbours.isReachableWithoutUs(peer.peerId(), ours, context.nowSeconds()));
        if (worst != null) {
            quality.replaced(worst, newcomer);
            remember(worst.peerId());
        }
        return worst;
    }

    private void remember(PeerId leaving) {
        replaced.remove(leaving);
        replaced.put(leaving, context.now);
        if (replaced.size() > MAX_REMEMBERED) {
            replaced.remove(replaced.keySet().iterator().next());
        }
    }

    @Override
    void run() {
        boolean isFull = peers.peerCount() >= context.settings.maxPeers();
        if (isFull && quality.isEnabled()) {
            for (Connection peer : peers.peers()) {
                askForPeers.accept(peer);
            }
        }
        due(peers.peerCount() == 0 ? NEVER : context.now + ASK_NANOS);
    }
}

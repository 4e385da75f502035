package org.polytorus.simulator.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.DiscoveryStats;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.PeerScore;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.model.QueueStats;
import org.polytorus.simulator.model.Suspicion;

/**
 * The whole state of a node that anybody may look at, copied at one moment. Times are nanoseconds since the epoch.
 *
 * @param suspicion why the node thinks that it may be cut off, or null if it does not
 */
public record NodeView(
        PeerId id,
        boolean running,
        Health health,
        Hash tip,
        int height,
        int knownBlocks,
        int orphanBlocks,
        long chainTransactions,
        int mempoolSize,
        long mempoolDropped,
        long reorganisations,
        boolean mining,
        NetworkStats stats,
        List<PeerView> peers,
        List<PendingDial> pending,
        List<FailedDial> failed,
        List<BlacklistEntry> blacklist,
        List<AwayPeer> away,
        QueueStats queueStats,
        long messagesExpired,
        @Nullable FloodView flood,
        List<BlockView> recentBlocks,
        DiscoveryStats discovery,
        @Nullable Suspicion suspicion,
        QualityStats quality) {

    public NodeView {
        peers = List.copyOf(peers);
        pending = List.copyOf(pending);
        failed = List.copyOf(failed);
        blacklist = List.copyOf(blacklist);
        away = List.copyOf(away);
        recentBlocks = List.copyOf(recentBlocks);
    }

    /** How well a node or a peer does. */
    public enum Health {
        HEALTHY,
        DEGRADED,
        UNHEALTHY,
        DISCONNECTED
    }

    /**
     * A registered peer. Counters are of this connection alone.
     *
     * @param roundTripNanos the latest measured round trip, or −1 before the first pong
     * @param failedConnections how often connecting with it failed, until a connection has stood for half the peer timeout
     * @param queued messages held back by the rate limit or because the connection is congested
     * @param dropped messages discarded because that queue was full
     * @param score how good the peer is, or null before enough is known
     */
    public record PeerView(
            PeerId id,
            ConnectionId connection,
            Endpoint remote,
            boolean dialled,
            String nodeType,
            int bestHeight,
            long connectedSinceNanos,
            long lastHeardNanos,
            long roundTripNanos,
            Health health,
            int failedConnections,
            long messagesSent,
            long messagesReceived,
            long bytesSent,
            long bytesReceived,
            int queued,
            long dropped,
            @Nullable PeerScore score) {}

    /** A peer that was lost: what is kept for its return, and how much of that found no room. */
    public record AwayPeer(PeerId id, long sinceNanos, int waiting, long dropped) {}

    /** An address that is being dialled or shaken hands with. */
    public record PendingDial(Endpoint remote, long sinceNanos, int attempt) {}

    /** An address that did not work, and when it is tried again. */
    public record FailedDial(Endpoint remote, DialFailure reason, int failures, long nextTryNanos) {}

    /** A flood under way. */
    public record FloodView(FloodKind kind, int messagesPerSecond, long sent, long heldBack, long endsAtNanos) {}

    /** A block of the chain that is followed; the newest comes first. */
    public record BlockView(Hash hash, int height, int transactions, long timestampMillis) {}
}

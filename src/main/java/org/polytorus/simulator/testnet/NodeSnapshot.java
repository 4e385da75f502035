package org.polytorus.simulator.testnet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.DiscoveryStats;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.PeerScore;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.model.QueueStats;
import org.polytorus.simulator.model.StorageStats;
import org.polytorus.simulator.model.Suspicion;

/**
 * One node at one moment. Times are nanoseconds since the Unix epoch.
 *
 * @param address where it listens; with the port that it really got
 * @param problem why it is {@link State#FAILED} and what to do, or empty
 * @param chainTransactions transactions in all blocks of the chain that it follows
 * @param reorganisations how often it left a chain for a longer one
 * @param messagesExpired messages given up because they had waited too long; part of the dropped ones
 * @param suspicion why the node thinks that it may be cut off, or null if it does not
 * @param storage what it keeps on disk
 */
public record NodeSnapshot(
        NodeName name,
        PeerId id,
        Endpoint address,
        State state,
        String problem,
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
        List<PeerSnapshot> peers,
        List<PendingDial> pending,
        List<FailedDial> failed,
        List<BlacklistEntry> blacklist,
        List<AwayPeer> away,
        QueueStats queueStats,
        long messagesExpired,
        @Nullable FloodProgress flood,
        List<BlockSummary> recentBlocks,
        DiscoveryStats discovery,
        @Nullable Suspicion suspicion,
        QualityStats quality,
        StorageStats storage)
        implements HealingClock.Follower {

    public NodeSnapshot {
        peers = List.copyOf(peers);
        pending = List.copyOf(pending);
        failed = List.copyOf(failed);
        blacklist = List.copyOf(blacklist);
        away = List.copyOf(away);
        recentBlocks = List.copyOf(recentBlocks);
    }

    /** Whether the node takes part. */
    public enum State {
        STARTING,
        RUNNING,
        STOPPED,
        FAILED
    }

    /** How well a node or a peer does. */
    public enum Health {
        HEALTHY,
        DEGRADED,
        UNHEALTHY,
        DISCONNECTED
    }

    /**
     * A registered peer as this node sees it.
     *
     * @param name its name in this testnet, or null for a stranger
     * @param roundTripNanos the latest measured round trip, or −1 before the first
     * @param failedConnections how often connecting with it failed, until a connection has stood for half the peer timeout
     * @param score how good the peer is, or null before enough is known
     */
    public record PeerSnapshot(
            PeerId id,
            @Nullable NodeName name,
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
    public record AwayPeer(PeerId id, @Nullable NodeName name, long sinceNanos, int waiting, long dropped) {}

    /** An address that is being dialled; {@code name} is null for a stranger's. */
    public record PendingDial(Endpoint remote, @Nullable NodeName name, long sinceNanos, int attempt) {}

    /** An address that did not work, why, and when it is tried again ({@link Long#MAX_VALUE}: never). */
    public record FailedDial(
            Endpoint remote, @Nullable NodeName name, String reason, int failures, long nextTryNanos) {}

    /**
     * Somebody whom the node wants nothing to do with.
     *
     * @param name its name in this testnet, or null for a stranger
     * @param address where it listens, or null if the node does not know
     * @param byUser whether a person asked for it; else the node decided it for itself
     * @param expiresNanos when it ends, or {@link Long#MAX_VALUE} for never
     */
    public record BlacklistEntry(
            PeerId peer,
            @Nullable NodeName name,
            @Nullable Endpoint address,
            String reason,
            boolean byUser,
            long sinceNanos,
            long expiresNanos) {}

    /** A flood under way. */
    public record FloodProgress(
            FloodSpec.Kind kind, int messagesPerSecond, long sent, long heldBack, long endsAtNanos) {}

    /** A block of the chain that is followed; the newest comes first. */
    public record BlockSummary(Hash hash, int height, int transactions, long timestampMillis) {}
}

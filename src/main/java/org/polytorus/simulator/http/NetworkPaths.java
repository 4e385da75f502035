package org.polytorus.simulator.http;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.QueueStats;
import org.polytorus.simulator.testnet.GraphMeasures;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.testnet.TestnetGraph;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** The node's peers, and the network as far as it reaches. */
final class NetworkPaths {
    private static final double NANOS_PER_MILLI = 1e6;

    private final NodeAccess access;

    NetworkPaths(NodeAccess access) {
        this.access = access;
    }

    /**
     * @param totalNodes the nodes that this one can reach, itself included
     * @param unhealthyPeers those that have fallen silent included
     * @param averageLatencyMs the mean of the peers' round trips, or null before one was measured
     * @param networkDiameter links on the longest of the shortest ways between two of the nodes
     */
    private record HealthFields(
            String status,
            int totalNodes,
            long healthyPeers,
            long degradedPeers,
            long unhealthyPeers,
            @Nullable Long averageLatencyMs,
            int networkDiameter) {}

    /**
     * @param address where the peer's end of the connection is
     * @param latencyMs the latest round trip, or null before the first was measured
     */
    private record PeerFields(
            String peerId,
            String address,
            String health,
            String lastSeen,
            String connectionTime,
            @Nullable Long latencyMs,
            long messagesSent,
            long messagesReceived,
            long bytesSent,
            long bytesReceived) {}

    /** The figures of {@link QueueStats}, times as PolyTorus has them in whole milliseconds. */
    private record QueueFields(
            int criticalQueueSize,
            int highQueueSize,
            int normalQueueSize,
            int lowQueueSize,
            long totalMessagesProcessed,
            long totalMessagesDropped,
            long averageProcessingTimeMs,
            double bandwidthUsageMbps) {}

    List<Route> routes() {
        return List.of(
                Route.get("/api/network/health", this::health),
                Route.get("/api/network/queue/stats", this::queues),
                new Route(
                        "GET",
                        "/api/network/peer/",
                        (argument, _) -> CompletableFuture.completedStage(peer(RequestJson.peerIdInPath(argument)))));
    }

    private Answer health() {
        TestnetSnapshot picture = access.picture();
        NodeSnapshot node = access.in(picture);
        List<NodeName> reached = picture.components().stream()
                .filter(component -> component.contains(access.name()))
                .findFirst()
                .orElse(List.of(access.name()));
        OptionalDouble meanNanos = node.peers().stream()
                .mapToLong(PeerSnapshot::roundTripNanos)
                .filter(nanos -> nanos >= 0)
                .average();
        return Answer.json(new HealthFields(
                NodeAccess.word(node.health()),
                reached.size(),
                count(node, NodeSnapshot.Health.HEALTHY),
                count(node, NodeSnapshot.Health.DEGRADED),
                count(node, NodeSnapshot.Health.UNHEALTHY) + count(node, NodeSnapshot.Health.DISCONNECTED),
                meanNanos.isPresent() ? (Long) millis(meanNanos.getAsDouble()) : null,
                GraphMeasures.of(reached, TestnetGraph.of(picture).links()).diameter()));
    }

    private Answer peer(PeerId id) {
        NodeSnapshot node = access.in(access.picture());
        for (PeerSnapshot peer : node.peers()) {
            if (peer.id().equals(id)) {
                return Answer.json(fields(peer));
            }
        }
        return Answer.error(
                Answer.NOT_FOUND,
                node.name() + " has no peer " + id + " now. It has "
                        + node.peers().size() + " others.");
    }

    private Answer queues() {
        QueueStats stats = access.in(access.picture()).queueStats();
        return Answer.json(new QueueFields(
                stats.criticalQueueSize(),
                stats.highQueueSize(),
                stats.normalQueueSize(),
                stats.lowQueueSize(),
                stats.totalMessagesProcessed(),
                stats.totalMessagesDropped(),
                Math.round(stats.averageProcessingTimeMillis()),
                stats.bandwidthUsageMbps()));
    }

    private static PeerFields fields(PeerSnapshot peer) {
        return new PeerFields(
                peer.id().toString(),
                peer.remote().toString(),
                NodeAccess.word(peer.health()),
                NodeAccess.time(peer.lastHeardNanos()),
                NodeAccess.time(peer.connectedSinceNanos()),
                peer.roundTripNanos() < 0 ? null : (Long) millis((double) peer.roundTripNanos()),
                peer.messagesSent(),
                peer.messagesReceived(),
                peer.bytesSent(),
                peer.bytesReceived());
    }

    private static long count(NodeSnapshot node, NodeSnapshot.Health health) {
        return node.peers().stream().filter(peer -> peer.health() == health).count();
    }

    /** PolyTorus gives whole milliseconds. */
    private static long millis(double nanos) {
        return Math.round(nanos / NANOS_PER_MILLI);
    }
}

package org.polytorus.simulator.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.polytorus.simulator.model.DiscoveryStats;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.model.QueueStats;
import org.polytorus.simulator.model.StorageStats;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.Health;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.State;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Snapshots for tests. */
public final class Snapshots {
    public static final Hash TIP = new Hash(0x00ab_cdef_1234_5678L, 1, 2, 3);
    public static final Hash OTHER_TIP = new Hash(0x00ff_0000_0000_0000L, 1, 2, 3);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private Snapshots() {}

    /** Running nodes in a line, each connected to the next. */
    public static TestnetSnapshot line(String... names) {
        List<NodeName> nodeNames = IntStream.range(0, names.length)
                .mapToObj(i -> new NodeName(names[i]))
                .sorted()
                .toList();
        List<NodeSnapshot> nodes = new ArrayList<>();
        List<LinkSnapshot> links = new ArrayList<>();
        for (int i = 0; i < nodeNames.size(); i++) {
            List<PeerSnapshot> peers = new ArrayList<>();
            if (i > 0) {
                peers.add(peer(nodeNames.get(i - 1), i - 1, 7, 5));
                links.add(new LinkSnapshot(
                        LinkId.of(nodeNames.get(i - 1), nodeNames.get(i)),
                        LinkSnapshot.State.CONNECTED,
                        DirectionSnapshot.IDLE,
                        DirectionSnapshot.IDLE));
            }
            if (i + 1 < nodeNames.size()) {
                peers.add(peer(nodeNames.get(i + 1), i + 1, 5, 7));
            }
            nodes.add(node(nodeNames.get(i), i, State.RUNNING, "", peers));
        }
        return of(nodes, links, List.of(nodeNames), List.of());
    }

    /** The same with one node that did not start. */
    public static TestnetSnapshot failing(TestnetSnapshot snapshot, String name, String problem) {
        List<NodeSnapshot> nodes = snapshot.nodes().stream()
                .map(node -> node.name().value().equals(name)
                        ? node(node.name(), 9, State.FAILED, problem, List.of())
                        : node)
                .toList();
        return of(nodes, snapshot.links(), snapshot.components(), List.of(problem));
    }

    /** The same with another tip at one node. */
    public static TestnetSnapshot forked(TestnetSnapshot snapshot, String name) {
        List<NodeSnapshot> nodes = snapshot.nodes().stream()
                .map(node ->
                        node.name().value().equals(name) ? with(node, OTHER_TIP, node.stats(), node.peers()) : node)
                .toList();
        return of(nodes, snapshot.links(), snapshot.components(), snapshot.problems());
    }

    /** One second later, every node having counted so much more. */
    public static TestnetSnapshot later(TestnetSnapshot snapshot, NetworkStats more) {
        return Altered.copy(
                snapshot,
                "sequence",
                snapshot.sequence() + 1,
                "epochNanos",
                snapshot.epochNanos() + NANOS_PER_SECOND,
                "nodes",
                snapshot.nodes().stream()
                        .map(node -> with(node, node.tip(), node.stats().plus(more), node.peers()))
                        .toList(),
                "totals",
                snapshot.totals().plus(more));
    }

    /** Everybody has sent each peer a message that has not arrived. */
    static TestnetSnapshot sending(TestnetSnapshot snapshot) {
        List<NodeSnapshot> nodes = snapshot.nodes().stream()
                .map(node -> Altered.copy(
                        node,
                        "peers",
                        node.peers().stream()
                                .map(peer -> Altered.copy(peer, "messagesSent", peer.messagesSent() + 1))
                                .toList()))
                .toList();
        return Altered.copy(snapshot, "nodes", nodes);
    }

    static PeerSnapshot peer(NodeName name, int number, long sent, long received) {
        return new PeerSnapshot(
                new PeerId(1, number),
                name,
                Endpoint.loopback(8000 + number),
                true,
                "full",
                3,
                0,
                0,
                400_000_000L,
                Health.HEALTHY,
                0,
                sent,
                received,
                10 * sent,
                10 * received,
                0,
                0,
                null);
    }

    private static NodeSnapshot node(NodeName name, int number, State state, String problem, List<PeerSnapshot> peers) {
        return new NodeSnapshot(
                name,
                new PeerId(1, number),
                Endpoint.loopback(8000 + number),
                state,
                problem,
                state == State.RUNNING ? Health.HEALTHY : Health.DISCONNECTED,
                TIP,
                3,
                4,
                0,
                5,
                2,
                0,
                1,
                true,
                new NetworkStats(2, 2, 12, 12, 120, 120, 3, 4),
                peers,
                List.of(),
                List.of(new NodeSnapshot.FailedDial(Endpoint.loopback(9), null, "refused", 2, 0)),
                List.of(new NodeSnapshot.BlacklistEntry(
                        new PeerId(9, 9), null, Endpoint.loopback(8099), "by hand", true, 0, Long.MAX_VALUE)),
                List.of(),
                QueueStats.NONE,
                0,
                null,
                List.of(),
                DiscoveryStats.OFF,
                null,
                QualityStats.OFF,
                StorageStats.NONE);
    }

    private static NodeSnapshot with(NodeSnapshot node, Hash tip, NetworkStats stats, List<PeerSnapshot> peers) {
        return Altered.copy(node, "tip", tip, "stats", stats, "peers", peers);
    }

    private static TestnetSnapshot of(
            List<NodeSnapshot> nodes,
            List<LinkSnapshot> links,
            List<List<NodeName>> components,
            List<String> problems) {
        NetworkStats totals = nodes.stream().map(NodeSnapshot::stats).reduce(NetworkStats.ZERO, NetworkStats::plus);
        return Altered.copy(
                SnapshotFixtures.empty().build(),
                "name",
                "Test",
                "epochNanos",
                NANOS_PER_SECOND,
                "nodes",
                nodes,
                "links",
                links,
                "components",
                components,
                "tips",
                1,
                "totals",
                totals,
                "problems",
                problems);
    }
}

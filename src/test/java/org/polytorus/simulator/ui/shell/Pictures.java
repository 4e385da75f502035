package org.polytorus.simulator.ui.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.DiscoveryStats;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.PeerScore;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.model.QueueStats;
import org.polytorus.simulator.model.StorageStats;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.LinkFidelity;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Makes snapshots of made-up testnets. */
public final class Pictures {
    public static final long START_NANOS = 1_790_000_000_000_000_000L;
    private static final long TENTH_NANOS = 100_000_000L;

    private Pictures() {}

    /** Nodes node1 to node{@code count} in a ring, all running and connected. */
    public static TestnetSnapshot ring(int count) {
        return ring(
                "Ring of " + count,
                IntStream.rangeClosed(1, count).mapToObj(i -> "node" + i).toList());
    }

    /** Nodes with these names in a ring, all running and connected. */
    public static TestnetSnapshot ring(String name, List<String> names) {
        List<NodeName> nodes = names.stream().map(NodeName::new).sorted().toList();
        List<LinkId> links = new ArrayList<>();
        int edges = nodes.size() < 3 ? nodes.size() - 1 : nodes.size();
        for (int i = 0; i < edges; i++) {
            links.add(LinkId.of(nodes.get(i), nodes.get((i + 1) % nodes.size())));
        }
        List<NodeSnapshot> pictures = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            pictures.add(node(i, nodes, links));
        }
        return Altered.copy(
                SnapshotFixtures.empty().build(),
                "name",
                name,
                "epochNanos",
                START_NANOS,
                "nodes",
                pictures,
                "links",
                links.stream().sorted().map(Pictures::link).toList(),
                "components",
                List.of(nodes),
                "tips",
                1,
                "totals",
                sum(pictures));
    }

    /** A description that fits {@link #ring(int)}. */
    public static TestnetSpec spec(int count) {
        List<NodeSpec> nodes = IntStream.rangeClosed(1, count)
                .mapToObj(i -> NodeSpec.named("node" + i))
                .toList();
        return new TestnetSpec("Ring of " + count, 1, nodes, List.<LinkSpec>of());
    }

    public static LinkId id(String one, String other) {
        return LinkId.of(new NodeName(one), new NodeName(other));
    }

    public static TestnetEvent event(
            long sequence,
            TestnetEvent.Kind kind,
            TestnetEvent.Severity severity,
            @Nullable NodeName node,
            @Nullable LinkId link,
            String text) {
        return new TestnetEvent(sequence, START_NANOS + sequence * TENTH_NANOS, kind, severity, node, link, text);
    }

    /** The same a tenth of a second later. */
    static TestnetSnapshot next(TestnetSnapshot of) {
        return Altered.copy(of, "sequence", of.sequence() + 1, "epochNanos", of.epochNanos() + TENTH_NANOS);
    }

    /** The same with a guest, connected with one of the nodes. */
    static TestnetSnapshot withGuest(TestnetSnapshot of, GuestSnapshot guest, String node) {
        List<LinkSnapshot> links = new ArrayList<>(of.links());
        links.add(link(id(guest.name().value(), node)));
        return Altered.copy(of, "links", links, "guests", List.of(guest));
    }

    public static TestnetSnapshot withProblems(TestnetSnapshot of, List<String> problems) {
        return Altered.copy(of, "problems", problems);
    }

    public static TestnetSnapshot withLink(TestnetSnapshot of, LinkId id, UnaryOperator<LinkSnapshot> change) {
        List<LinkSnapshot> links = of.links().stream()
                .map(link -> link.id().equals(id) ? change.apply(link) : link)
                .toList();
        return Altered.copy(of, "links", links);
    }

    public static TestnetSnapshot withNode(TestnetSnapshot of, String name, UnaryOperator<NodeSnapshot> change) {
        List<NodeSnapshot> nodes = of.nodes().stream()
                .map(node -> node.name().value().equals(name) ? change.apply(node) : node)
                .toList();
        return withNodes(of, nodes);
    }

    /** All counters as if {@code steps} tenths of a second of traffic had passed. */
    public static TestnetSnapshot withTraffic(TestnetSnapshot of, int steps) {
        List<NodeSnapshot> nodes = new ArrayList<>();
        for (NodeSnapshot node : of.nodes()) {
            long i = nodes.size() + 1L;
            long wave = steps * 3L + (long) (25 * Math.sin(steps / 40.0 + i)) + 30;
            nodes.add(withStats(
                    node, new NetworkStats(2, 2, wave, wave - 2, wave * 310, wave * 308, steps / 25, steps / 12)));
        }
        return withNodes(of, nodes);
    }

    public static LinkSnapshot inState(LinkSnapshot link, LinkSnapshot.State state) {
        return new LinkSnapshot(link.id(), state, link.aToB(), link.bToA());
    }

    public static LinkSnapshot withConditions(LinkSnapshot link, LinkConditions aToB, LinkConditions bToA) {
        return new LinkSnapshot(link.id(), link.state(), asked(link.aToB(), aToB), asked(link.bToA(), bToA));
    }

    public static NodeSnapshot withState(NodeSnapshot of, NodeSnapshot.State state, String problem) {
        return node(of, state, problem, of.stats(), of.flood());
    }

    public static NodeSnapshot withFlood(NodeSnapshot of, NodeSnapshot.@Nullable FloodProgress flood) {
        return node(of, of.state(), of.problem(), of.stats(), flood);
    }

    public static NodeSnapshot withBlacklist(NodeSnapshot of, NodeSnapshot.BlacklistEntry entry) {
        return node(of, List.of(entry), of.storage());
    }

    public static NodeSnapshot withStorage(NodeSnapshot of, StorageStats storage) {
        return node(of, of.blacklist(), storage);
    }

    private static NodeSnapshot node(
            NodeSnapshot of, List<NodeSnapshot.BlacklistEntry> blacklist, StorageStats storage) {
        return Altered.copy(of, "blacklist", blacklist, "storage", storage);
    }

    /** With the same score for every peer. */
    public static NodeSnapshot withQuality(NodeSnapshot of, QualityStats quality, @Nullable PeerScore score) {
        return Altered.copy(
                of,
                "quality",
                quality,
                "peers",
                of.peers().stream().map(peer -> withScore(peer, score)).toList());
    }

    private static NodeSnapshot.PeerSnapshot withScore(NodeSnapshot.PeerSnapshot of, @Nullable PeerScore score) {
        return Altered.copy(of, "score", score);
    }

    public static NodeSnapshot withDiscovery(NodeSnapshot of, DiscoveryStats discovery) {
        return Altered.copy(of, "discovery", discovery);
    }

    private static NodeSnapshot withStats(NodeSnapshot of, NetworkStats stats) {
        return node(of, of.state(), of.problem(), stats, of.flood());
    }

    private static TestnetSnapshot withNodes(TestnetSnapshot of, List<NodeSnapshot> nodes) {
        return Altered.copy(of, "nodes", nodes, "totals", sum(nodes));
    }

    private static NodeSnapshot node(
            NodeSnapshot of,
            NodeSnapshot.State state,
            String problem,
            NetworkStats stats,
            NodeSnapshot.@Nullable FloodProgress flood) {
        return Altered.copy(of, "state", state, "problem", problem, "stats", stats, "flood", flood);
    }

    private static NodeSnapshot node(int index, List<NodeName> names, List<LinkId> links) {
        NodeName name = names.get(index);
        List<NodeSnapshot.PeerSnapshot> peers = links.stream()
                .filter(link -> link.joins(name))
                .map(link -> peer(name, link, names))
                .toList();
        NodeSnapshot.FailedDial stranger = new NodeSnapshot.FailedDial(
                Endpoint.loopback(9_999), null, "refused", 3, START_NANOS + 12 * 1_000_000_000L);
        NodeSnapshot.PendingDial pending =
                new NodeSnapshot.PendingDial(Endpoint.loopback(8_099), null, START_NANOS - 2_000_000_000L, 2);
        return new NodeSnapshot(
                name,
                new PeerId(0x1234_5678_9abc_4defL + index, 0x8000_0000_0000_0000L + index),
                Endpoint.loopback(8_000 + index),
                NodeSnapshot.State.RUNNING,
                "",
                NodeSnapshot.Health.HEALTHY,
                hash(12),
                12,
                13,
                0,
                37,
                4,
                0,
                1,
                true,
                new NetworkStats(2, 2, 321, 319, 99_510, 98_890, 12, 31),
                peers,
                index == 0 ? List.of(pending) : List.of(),
                index == 0 ? List.of(stranger) : List.of(),
                List.of(),
                List.of(new NodeSnapshot.AwayPeer(
                        new PeerId(3, 4), new NodeName("node9"), START_NANOS - 8_000_000_000L, 12, 5)),
                new QueueStats(1, 20, 3, 4, 5_000, 67, 1.25, 0.5),
                7,
                null,
                IntStream.rangeClosed(1, 6)
                        .mapToObj(i -> new NodeSnapshot.BlockSummary(
                                hash(13L - i), 13 - i, i, START_NANOS / 1_000_000 - i * 9_000L))
                        .toList(),
                DiscoveryStats.OFF,
                null,
                QualityStats.OFF,
                StorageStats.NONE);
    }

    private static NodeSnapshot.PeerSnapshot peer(NodeName self, LinkId link, List<NodeName> names) {
        NodeName other = link.sender(link.from(self).opposite());
        int index = names.indexOf(other);
        return new NodeSnapshot.PeerSnapshot(
                new PeerId(0x1234_5678_9abc_4defL + index, 0x8000_0000_0000_0000L + index),
                other,
                Endpoint.loopback(8_000 + index),
                link.a().equals(self),
                "polytorus",
                12,
                START_NANOS,
                START_NANOS,
                1_240_000L * (index + 1),
                index == 1 ? NodeSnapshot.Health.DEGRADED : NodeSnapshot.Health.HEALTHY,
                0,
                160,
                1_159,
                49_755,
                49_445,
                0,
                0,
                null);
    }

    private static LinkSnapshot link(LinkId id) {
        DirectionSnapshot side = new DirectionSnapshot(
                LinkConditions.NONE, 1_160, 349_755, 1_158, 2, 0, 310_000, 1_240_000, LinkFidelity.NONE);
        return new LinkSnapshot(id, LinkSnapshot.State.CONNECTED, side, side);
    }

    /** The link with this asked of it and come of it in the direction from a to b. */
    static LinkSnapshot treated(LinkSnapshot link, LinkConditions conditions, LinkFidelity fidelity) {
        DirectionSnapshot of = link.aToB();
        DirectionSnapshot treated = Altered.copy(of, "requested", conditions, "fidelity", fidelity);
        return new LinkSnapshot(link.id(), link.state(), treated, link.bToA());
    }

    private static DirectionSnapshot asked(DirectionSnapshot of, LinkConditions conditions) {
        return Altered.copy(
                of,
                "requested",
                conditions,
                "delayNanos",
                of.delayNanos() + conditions.latency().toNanos(),
                "roundTripNanos",
                of.roundTripNanos() + 2 * conditions.latency().toNanos());
    }

    /** A latency of whole milliseconds and nothing else. */
    public static LinkConditions latency(long millis) {
        return LinkConditions.ofLatency(Duration.ofMillis(millis));
    }

    private static Hash hash(long number) {
        return new Hash(0x00a1_b2c3_d4e5_f607L * number, number, number * 31, number * 77);
    }

    private static NetworkStats sum(List<NodeSnapshot> nodes) {
        return nodes.stream().map(NodeSnapshot::stats).reduce(NetworkStats.ZERO, NetworkStats::plus);
    }
}

package org.polytorus.simulator.testnet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.DiscoveryStats;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.model.QueueStats;
import org.polytorus.simulator.model.StorageStats;

/** Builds snapshots for tests: a shape of network, then what is broken in it. */
public final class SnapshotFixtures {
    private static final Hash GENESIS = tip(0);

    private final Map<NodeName, NodeSnapshot> nodes = new LinkedHashMap<>();
    private final Map<LinkId, LinkSnapshot> links = new LinkedHashMap<>();
    private String name = "test";

    private SnapshotFixtures() {}

    /** No node at all. */
    public static SnapshotFixtures empty() {
        return new SnapshotFixtures();
    }

    /** {@code count} running nodes node1, node2, … without links. */
    public static SnapshotFixtures nodes(int count) {
        SnapshotFixtures made = new SnapshotFixtures();
        for (int i = 1; i <= count; i++) {
            made.node("node" + i);
        }
        return made;
    }

    /** Each node linked to the next, the last to the first. */
    public static SnapshotFixtures ring(int count) {
        SnapshotFixtures made = nodes(count);
        for (int i = 1; i <= count && count > 1; i++) {
            if (count > 2 || i == 1) {
                made.link("node" + i, "node" + (i % count + 1));
            }
        }
        return made;
    }

    /** Every node linked to every other. */
    public static SnapshotFixtures mesh(int count) {
        SnapshotFixtures made = nodes(count);
        for (int i = 1; i <= count; i++) {
            for (int j = i + 1; j <= count; j++) {
                made.link("node" + i, "node" + j);
            }
        }
        return made;
    }

    /** A ring plus links between nodes drawn from the seed, until there are {@code linkCount}. */
    public static SnapshotFixtures random(int count, int linkCount, long seed) {
        SnapshotFixtures made = ring(count);
        Random random = new Random(seed);
        while (made.links.size() < linkCount) {
            int a = 1 + random.nextInt(count);
            int b = 1 + random.nextInt(count);
            if (a != b) {
                made.link("node" + a, "node" + b);
            }
        }
        return made;
    }

    /** A tip whose hash depends on the number. */
    public static Hash tip(int number) {
        Random random = new Random(number);
        return new Hash(number, random.nextLong(), random.nextLong(), random.nextLong());
    }

    public SnapshotFixtures named(String testnet) {
        name = testnet;
        return this;
    }

    public SnapshotFixtures node(String node) {
        NodeName key = new NodeName(node);
        int number = nodes.size() + 1;
        nodes.put(
                key,
                new NodeSnapshot(
                        key,
                        new PeerId(0, number),
                        Endpoint.loopback(20_000 + number),
                        NodeSnapshot.State.RUNNING,
                        "",
                        NodeSnapshot.Health.HEALTHY,
                        GENESIS,
                        0,
                        1,
                        0,
                        1,
                        0,
                        0,
                        0,
                        true,
                        NetworkStats.ZERO,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        QueueStats.NONE,
                        0,
                        null,
                        List.of(),
                        DiscoveryStats.OFF,
                        null,
                        QualityStats.OFF,
                        StorageStats.NONE));
        return this;
    }

    public SnapshotFixtures link(String one, String other) {
        LinkId id = LinkId.of(new NodeName(one), new NodeName(other));
        links.put(
                id,
                new LinkSnapshot(
                        id,
                        LinkSnapshot.State.CONNECTED,
                        LinkSnapshot.DirectionSnapshot.IDLE,
                        LinkSnapshot.DirectionSnapshot.IDLE));
        return this;
    }

    public SnapshotFixtures state(String one, String other, LinkSnapshot.State state) {
        links.computeIfPresent(
                LinkId.of(new NodeName(one), new NodeName(other)),
                (id, link) -> new LinkSnapshot(id, state, link.aToB(), link.bToA()));
        return this;
    }

    /** Drops every link between a node of the group and a node outside. */
    public SnapshotFixtures cutOff(Set<String> group) {
        links.replaceAll((id, link) ->
                group.contains(id.a().value()) == group.contains(id.b().value())
                        ? link
                        : new LinkSnapshot(id, LinkSnapshot.State.DROPPED, link.aToB(), link.bToA()));
        return this;
    }

    public SnapshotFixtures latency(String from, String to, int millis) {
        return conditions(from, to, conditions -> conditions.withLatency(Duration.ofMillis(millis)));
    }

    public SnapshotFixtures conditions(String from, String to, UnaryOperator<LinkConditions> change) {
        NodeName sender = new NodeName(from);
        LinkId id = LinkId.of(sender, new NodeName(to));
        links.computeIfPresent(
                id,
                (key, link) -> id.from(sender) == Direction.A_TO_B
                        ? new LinkSnapshot(key, link.state(), changed(link.aToB(), change), link.bToA())
                        : new LinkSnapshot(key, link.state(), link.aToB(), changed(link.bToA(), change)));
        return this;
    }

    public SnapshotFixtures state(String node, NodeSnapshot.State state) {
        return change(node, old -> copy(old, state, old.health(), old.tip(), old.height(), old.recentBlocks()));
    }

    public SnapshotFixtures health(String node, NodeSnapshot.Health health) {
        return change(node, old -> copy(old, old.state(), health, old.tip(), old.height(), old.recentBlocks()));
    }

    /** Puts a node on a tip; {@code chain} are the numbers of the tips below it, the newest first. */
    public SnapshotFixtures follows(String node, int tip, int height, int... chain) {
        List<NodeSnapshot.BlockSummary> blocks = new ArrayList<>();
        blocks.add(new NodeSnapshot.BlockSummary(tip(tip), height, 1, 0));
        for (int i = 0; i < chain.length; i++) {
            blocks.add(new NodeSnapshot.BlockSummary(tip(chain[i]), height - 1 - i, 1, 0));
        }
        return change(node, old -> copy(old, old.state(), old.health(), tip(tip), height, blocks));
    }

    public TestnetSnapshot build() {
        List<NodeSnapshot> sorted = nodes.values().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
        List<LinkSnapshot> sortedLinks = links.values().stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        Set<Hash> tips = new LinkedHashSet<>();
        sorted.stream()
                .filter(node -> node.state() == NodeSnapshot.State.RUNNING)
                .forEach(node -> tips.add(node.tip()));
        return new TestnetSnapshot(
                name,
                1,
                0,
                sorted,
                sortedLinks,
                components(),
                tips.size(),
                NetworkStats.ZERO,
                0,
                List.of(),
                List.of(),
                null,
                List.of(),
                PropagationSnapshot.NONE);
    }

    /** Messages of all kinds in turn over the connected links. */
    public static List<MessageFlight> flights(TestnetSnapshot snapshot, int count, long travelNanos) {
        List<LinkSnapshot> connected = snapshot.links().stream()
                .filter(link -> link.state() == LinkSnapshot.State.CONNECTED)
                .toList();
        List<MessageFlight> flights = new ArrayList<>();
        MessageKind[] kinds = MessageKind.values();
        for (int i = 0; i < count && !connected.isEmpty(); i++) {
            LinkId link = connected.get(i % connected.size()).id();
            Direction direction = i % 3 == 0 ? Direction.B_TO_A : Direction.A_TO_B;
            flights.add(
                    new MessageFlight(i + 1, link, direction, kinds[i % kinds.length], i * 7_000_000L, travelNanos));
        }
        return flights;
    }

    private List<List<NodeName>> components() {
        Map<NodeName, Set<NodeName>> groups = new LinkedHashMap<>();
        nodes.values().stream()
                .filter(node -> node.state() == NodeSnapshot.State.RUNNING)
                .forEach(node -> groups.put(node.name(), new TreeSet<>(Set.of(node.name()))));
        for (LinkSnapshot link : links.values()) {
            Set<NodeName> one = groups.get(link.id().a());
            Set<NodeName> other = groups.get(link.id().b());
            if (link.state() == LinkSnapshot.State.CONNECTED && one != null && other != null && !one.equals(other)) {
                one.addAll(other);
                other.forEach(node -> groups.put(node, one));
            }
        }
        return new LinkedHashSet<>(groups.values())
                .stream()
                        .map(List::copyOf)
                        .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                        .toList();
    }

    private SnapshotFixtures change(String node, UnaryOperator<NodeSnapshot> change) {
        nodes.computeIfPresent(new NodeName(node), (name, old) -> change.apply(old));
        return this;
    }

    private static LinkSnapshot.DirectionSnapshot changed(
            LinkSnapshot.DirectionSnapshot old, UnaryOperator<LinkConditions> change) {
        return Altered.copy(old, "requested", change.apply(old.requested()));
    }

    private static NodeSnapshot copy(
            NodeSnapshot old,
            NodeSnapshot.State state,
            NodeSnapshot.Health health,
            Hash tip,
            int height,
            List<NodeSnapshot.BlockSummary> blocks) {
        return Altered.copy(
                old,
                "state",
                state,
                "problem",
                state == NodeSnapshot.State.FAILED ? "Port 8001 is in use; choose another." : "",
                "health",
                health,
                "tip",
                tip,
                "height",
                height,
                "recentBlocks",
                blocks);
    }
}

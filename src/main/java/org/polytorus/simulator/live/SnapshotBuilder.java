package org.polytorus.simulator.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Components;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.State;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Makes one picture of everything from what the nodes published last and what was counted on the links. */
final class SnapshotBuilder {
    private static final long NOT_MEASURED = -1;

    private final String name;
    private final List<NodeServer> nodes;
    private final LinkRegistry registry;
    private final List<String> lastingProblems;
    private final ViewMapper mapper;
    private final HealingReport healing;
    private final GuestFolder guests;
    private long sequence;

    SnapshotBuilder(
            String name,
            List<NodeServer> nodes,
            LinkRegistry registry,
            List<String> lastingProblems,
            HealingReport healing) {
        this.name = name;
        this.nodes =
                nodes.stream().sorted(Comparator.comparing(NodeServer::name)).toList();
        this.registry = registry;
        this.lastingProblems = List.copyOf(lastingProblems);
        this.healing = healing;
        mapper = new ViewMapper(registry);
        guests = new GuestFolder(registry.guests());
    }

    TestnetSnapshot build(long epochNanos, long overflowed, PropagationSnapshot propagation) {
        List<NodeSnapshot> nodeSnapshots = new ArrayList<>();
        Map<NodeName, NodeSnapshot> byName = new HashMap<>();
        List<String> problems = new ArrayList<>(lastingProblems);
        for (NodeServer node : nodes) {
            NodeSnapshot snapshot = mapper.snapshot(node, node.latestView());
            nodeSnapshots.add(snapshot);
            byName.put(snapshot.name(), snapshot);
            if (snapshot.state() == State.FAILED) {
                problems.add(snapshot.problem());
            }
        }
        problems.addAll(guests.problems());
        List<GuestSnapshot> guestSnapshots = guests.fold(
                nodeSnapshots.stream().filter(SnapshotBuilder::isRunning).toList());
        Set<NodeName> guestNames =
                guestSnapshots.stream().map(GuestSnapshot::name).collect(Collectors.toSet());
        List<LinkSnapshot> links = registry.all().stream()
                .filter(link -> link.isLasting() || isUsed(link.id(), byName))
                .map(link -> link(link, byName, guestNames, epochNanos))
                .toList();
        List<NodeSnapshot> running =
                nodeSnapshots.stream().filter(SnapshotBuilder::isRunning).toList();
        List<List<NodeName>> components = components(running, links);
        return new TestnetSnapshot(
                name,
                ++sequence,
                epochNanos,
                nodeSnapshots,
                links,
                components,
                (int) running.stream().map(NodeSnapshot::tip).distinct().count(),
                nodeSnapshots.stream().map(NodeSnapshot::stats).reduce(NetworkStats.ZERO, NetworkStats::plus),
                overflowed,
                problems,
                guestSnapshots,
                healing.look(epochNanos, running, components),
                registry.partitions()
                        .snapshot(links.stream().map(LinkSnapshot::id).toList()),
                propagation);
    }

    private static List<List<NodeName>> components(List<NodeSnapshot> running, List<LinkSnapshot> links) {
        List<LinkId> carrying = links.stream()
                .filter(link -> link.state() == LinkSnapshot.State.CONNECTED)
                .map(LinkSnapshot::id)
                .toList();
        return Components.of(running.stream().map(NodeSnapshot::name).toList(), carrying);
    }

    /** Whether one of the two has the other as a peer or is dialling it: nodes that look for peers try many others once. */
    private static boolean isUsed(LinkId id, Map<NodeName, NodeSnapshot> nodes) {
        return hasOrDials(nodes.get(id.a()), id.b()) || hasOrDials(nodes.get(id.b()), id.a());
    }

    private static boolean hasOrDials(@Nullable NodeSnapshot node, NodeName other) {
        return node != null
                && isRunning(node)
                && (peer(node, other) != null || node.pending().stream().anyMatch(dial -> other.equals(dial.name())));
    }

    /** A guest's own view of its link is not known: what our end has registered counts for both. */
    private static LinkSnapshot link(
            LiveLink link, Map<NodeName, NodeSnapshot> nodes, Set<NodeName> guests, long epochNanos) {
        LinkId id = link.id();
        NodeSnapshot a = nodes.get(id.a());
        NodeSnapshot b = nodes.get(id.b());
        PeerSnapshot bOfA = peer(a, id.b());
        PeerSnapshot aOfB = peer(b, id.a());
        return new LinkSnapshot(
                id,
                state(
                        link,
                        (bOfA != null || guests.contains(id.a())) && (aOfB != null || guests.contains(id.b())),
                        tries(a, id.b()) || tries(b, id.a())),
                direction(link, Direction.A_TO_B, bOfA, epochNanos),
                direction(link, Direction.B_TO_A, aOfB, epochNanos));
    }

    private static LinkSnapshot.State state(LiveLink link, boolean registered, boolean tried) {
        if (link.isDropped()) {
            return LinkSnapshot.State.DROPPED;
        }
        if (registered) {
            return link.isBlackHole() ? LinkSnapshot.State.SILENT : LinkSnapshot.State.CONNECTED;
        }
        return tried ? LinkSnapshot.State.CONNECTING : LinkSnapshot.State.DOWN;
    }

    private static LinkSnapshot.DirectionSnapshot direction(
            LiveLink link, Direction direction, @Nullable PeerSnapshot receiver, long epochNanos) {
        return link.counters(direction)
                .snapshot(
                        link.conditions(direction),
                        receiver == null ? NOT_MEASURED : receiver.roundTripNanos(),
                        epochNanos);
    }

    private static @Nullable PeerSnapshot peer(@Nullable NodeSnapshot node, NodeName other) {
        if (node == null || !isRunning(node)) {
            return null;
        }
        return node.peers().stream()
                .filter(peer -> other.equals(peer.name()))
                .findFirst()
                .orElse(null);
    }

    private static boolean tries(@Nullable NodeSnapshot node, NodeName other) {
        return node != null
                && isRunning(node)
                && (node.peers().stream().anyMatch(peer -> other.equals(peer.name()))
                        || node.pending().stream().anyMatch(dial -> other.equals(dial.name()))
                        || node.failed().stream().anyMatch(dial -> other.equals(dial.name())));
    }

    private static boolean isRunning(NodeSnapshot node) {
        return node.state() == State.RUNNING;
    }
}

package org.polytorus.simulator.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Components;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.Healing;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.State;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Makes one picture of everything from what the nodes told last and what was counted on the links. For one thread. */
public final class SnapshotBuilder {
    private static final long NOT_MEASURED = -1;

    /**
     * What there is to see.
     *
     * @param nodes in the order of their names
     * @param links in the order of their ids
     * @param problems what lasts, besides the problems of nodes that failed
     * @param overflowed observations that were discarded
     * @param partitions those in force
     * @param propagation how blocks travelled
     */
    public record Scene(
            long epochNanos,
            List<NodeState> nodes,
            Collection<? extends HostLink> links,
            List<String> problems,
            long overflowed,
            Partitions partitions,
            PropagationSnapshot propagation) {}

    /** Puts together what running nodes know of the guests. */
    @FunctionalInterface
    public interface Guests {
        Guests NONE = _ -> List.of();

        List<GuestSnapshot> fold(Collection<NodeSnapshot> running);
    }

    /** Says how the last mending of the network went. */
    @FunctionalInterface
    public interface HealingLook {
        @Nullable
        Healing look(long epochNanos, List<NodeSnapshot> running, List<List<NodeName>> components);
    }

    private final String name;
    private final ViewMapper mapper;
    private long sequence;

    public SnapshotBuilder(String name, Names names) {
        this.name = name;
        mapper = new ViewMapper(names);
    }

    public TestnetSnapshot build(Scene scene, Guests guests, HealingLook healing) {
        List<NodeSnapshot> nodes = scene.nodes().stream().map(mapper::snapshot).toList();
        List<NodeSnapshot> running =
                nodes.stream().filter(SnapshotBuilder::isRunning).toList();
        List<GuestSnapshot> guestSnapshots = guests.fold(running);
        List<LinkSnapshot> links = links(scene, nodes, guestSnapshots);
        List<List<NodeName>> components = components(running, links);
        return new TestnetSnapshot(
                name,
                ++sequence,
                scene.epochNanos(),
                nodes,
                links,
                components,
                (int) running.stream().map(NodeSnapshot::tip).distinct().count(),
                nodes.stream().map(NodeSnapshot::stats).reduce(NetworkStats.ZERO, NetworkStats::plus),
                scene.overflowed(),
                problems(scene, nodes),
                guestSnapshots,
                healing.look(scene.epochNanos(), running, components),
                scene.partitions().snapshot(links.stream().map(LinkSnapshot::id).toList()),
                scene.propagation());
    }

    private static List<String> problems(Scene scene, List<NodeSnapshot> nodes) {
        List<String> problems = new ArrayList<>(scene.problems());
        nodes.stream()
                .filter(node -> node.state() == State.FAILED)
                .map(NodeSnapshot::problem)
                .forEach(problems::add);
        return problems;
    }

    private static List<LinkSnapshot> links(Scene scene, List<NodeSnapshot> nodes, List<GuestSnapshot> guests) {
        Map<NodeName, NodeSnapshot> byName = new LinkedHashMap<>();
        nodes.forEach(node -> byName.put(node.name(), node));
        Set<NodeName> guestNames = new LinkedHashSet<>();
        guests.forEach(guest -> guestNames.add(guest.name()));
        List<LinkSnapshot> links = new ArrayList<>();
        for (HostLink link : scene.links()) {
            if (link.isLasting() || isUsed(link.id(), byName)) {
                links.add(link(link, byName, guestNames, scene.epochNanos()));
            }
        }
        return links;
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
            HostLink link, Map<NodeName, NodeSnapshot> nodes, Set<NodeName> guests, long epochNanos) {
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

    private static LinkSnapshot.State state(HostLink link, boolean registered, boolean tried) {
        if (link.isDropped()) {
            return LinkSnapshot.State.DROPPED;
        }
        if (registered) {
            return link.isBlackHole() ? LinkSnapshot.State.SILENT : LinkSnapshot.State.CONNECTED;
        }
        return tried ? LinkSnapshot.State.CONNECTING : LinkSnapshot.State.DOWN;
    }

    private static LinkSnapshot.DirectionSnapshot direction(
            HostLink link, Direction direction, @Nullable PeerSnapshot receiver, long epochNanos) {
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

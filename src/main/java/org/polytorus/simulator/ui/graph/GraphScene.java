package org.polytorus.simulator.ui.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * What of a snapshot can be seen in the graph, without where it lies. Two equal scenes look the same, so nothing needs
 * to be drawn again.
 */
record GraphScene(List<NodeMark> nodes, List<LinkMark> links, List<SideMark> sides) {
    /** The ring of a node that follows no tip of a running node. */
    static final int NO_RING = -1;

    static final GraphScene EMPTY = new GraphScene(List.of(), List.of(), List.of());

    /** A node or a guest as it is drawn; the guests come last. */
    record NodeMark(NodeName name, NodeLook look, int height, int ring, boolean suspicious) {}

    /** A link as it is drawn, between the nodes at two places of the list. */
    record LinkMark(
            LinkId id,
            int a,
            int b,
            LinkSnapshot.State state,
            CutLook cut,
            String label,
            boolean aSwallowed,
            boolean bSwallowed) {

        LinkLook look() {
            return LinkLook.of(state, cut);
        }
    }

    GraphScene {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        sides = List.copyOf(sides);
    }

    /** Links whose ends are not in the snapshot are left out. */
    static GraphScene of(TestnetSnapshot snapshot, TipColours tips) {
        Map<Hash, Integer> rings = tips.assign(snapshot.nodes());
        List<NodeMark> nodes = new ArrayList<>();
        Map<NodeName, Integer> places = new LinkedHashMap<>();
        for (NodeSnapshot node : snapshot.nodes()) {
            boolean running = node.state() == NodeSnapshot.State.RUNNING;
            int ring = running ? rings.getOrDefault(node.tip(), NO_RING) : NO_RING;
            places.put(node.name(), nodes.size());
            nodes.add(new NodeMark(node.name(), NodeLook.of(node), node.height(), ring, node.suspicion() != null));
        }
        for (GuestSnapshot guest : snapshot.guests()) {
            places.put(guest.name(), nodes.size());
            NodeLook look = NodeLook.ofGuest(isConnected(guest, snapshot));
            nodes.add(new NodeMark(guest.name(), look, guest.bestHeight(), NO_RING, false));
        }
        CutMap cuts = CutMap.of(snapshot.partitions());
        List<LinkMark> links = new ArrayList<>();
        for (LinkSnapshot link : snapshot.links()) {
            Integer a = places.get(link.id().a());
            Integer b = places.get(link.id().b());
            if (a != null && b != null) {
                links.add(mark(link, a, b, cuts.of(link.id())));
            }
        }
        return new GraphScene(nodes, links, SideMark.of(snapshot.partitions(), places));
    }

    private static LinkMark mark(LinkSnapshot link, int a, int b, CutLook cut) {
        return new LinkMark(
                link.id(),
                a,
                b,
                link.state(),
                cut,
                ConditionText.shortened(link),
                link.aToB().requested().blackHole() || cut.swallows(Direction.A_TO_B),
                link.bToA().requested().blackHole() || cut.swallows(Direction.B_TO_A));
    }

    /** Whether a node has the guest as its peer. */
    static boolean isConnected(GuestSnapshot guest, TestnetSnapshot snapshot) {
        return snapshot.links().stream()
                .anyMatch(link -> link.id().joins(guest.name())
                        && (link.state() == LinkSnapshot.State.CONNECTED || link.state() == LinkSnapshot.State.SILENT));
    }

    List<NodeName> names() {
        return nodes.stream().map(NodeMark::name).toList();
    }

    /** Where each node stands in the list. */
    Map<NodeName, Integer> places() {
        Map<NodeName, Integer> places = new LinkedHashMap<>();
        for (NodeMark node : nodes) {
            places.put(node.name, places.size());
        }
        return places;
    }

    /** What the layout sees. A link that waits and one that is down pull alike, so that retries do not shake it. */
    List<GraphLayout.Tie> ties() {
        return links.stream()
                .map(link -> new GraphLayout.Tie(link.a, link.b, hold(link.look())))
                .toList();
    }

    /** How firmly a link in that state, that no partition cuts, holds its ends together. */
    static GraphLayout.Hold hold(LinkSnapshot.State state) {
        return hold(LinkLook.of(state, CutLook.NONE));
    }

    private static GraphLayout.Hold hold(LinkLook look) {
        return switch (look) {
            case CONNECTED -> GraphLayout.Hold.FIRM;
            case CONNECTING, DOWN -> GraphLayout.Hold.LOOSE;
            case DROPPED, SILENT, CUT -> GraphLayout.Hold.SLIGHT;
        };
    }

    /** The place of a node, or −1. */
    int indexOf(@Nullable NodeName name) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).name.equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The place of a link, or −1. */
    int indexOf(@Nullable LinkId id) {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).id.equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** What of a selection is still there. */
    Selection left(Selection selection) {
        return switch (selection) {
            case Selection.Nothing nothing -> nothing;
            case Selection.OfNode picked -> indexOf(picked.node()) >= 0 ? picked : Selection.NONE;
            case Selection.OfLink picked -> indexOf(picked.link()) >= 0 ? picked : Selection.NONE;
            case Selection.OfNodes picked -> left(picked);
        };
    }

    private Selection left(Selection.OfNodes picked) {
        Set<NodeName> names = new LinkedHashSet<>(names());
        return names.containsAll(picked.nodes())
                ? picked
                : Selection.of(picked.nodes().stream().filter(names::contains).toList());
    }
}

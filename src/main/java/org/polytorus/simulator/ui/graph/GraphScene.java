package org.polytorus.simulator.ui.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
record GraphScene(List<NodeMark> nodes, List<LinkMark> links) {
    /** The ring of a node that follows no tip of a running node. */
    static final int NO_RING = -1;

    static final GraphScene EMPTY = new GraphScene(List.of(), List.of());

    /** A node or a guest as it is drawn; the guests come last. */
    record NodeMark(NodeName name, NodeLook look, int height, int ring, boolean suspicious) {}

    /** A link as it is drawn, between the nodes at two places of the list. */
    record LinkMark(
            LinkId id, int a, int b, LinkSnapshot.State state, String label, boolean aSwallowed, boolean bSwallowed) {}

    GraphScene {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
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
        List<LinkMark> links = new ArrayList<>();
        for (LinkSnapshot link : snapshot.links()) {
            Integer a = places.get(link.id().a());
            Integer b = places.get(link.id().b());
            if (a != null && b != null) {
                links.add(new LinkMark(
                        link.id(),
                        a,
                        b,
                        link.state(),
                        ConditionText.shortened(link),
                        link.aToB().requested().blackHole(),
                        link.bToA().requested().blackHole()));
            }
        }
        return new GraphScene(nodes, links);
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

    /** What the layout sees. A link that waits and one that is down pull alike, so that retries do not shake it. */
    List<GraphLayout.Tie> ties() {
        return links.stream()
                .map(link -> new GraphLayout.Tie(link.a, link.b, hold(link.state)))
                .toList();
    }

    static GraphLayout.Hold hold(LinkSnapshot.State state) {
        return switch (state) {
            case CONNECTED -> GraphLayout.Hold.FIRM;
            case CONNECTING, DOWN -> GraphLayout.Hold.LOOSE;
            case DROPPED, SILENT -> GraphLayout.Hold.SLIGHT;
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

    /** Whether what was picked is still there. */
    boolean contains(Selection selection) {
        return switch (selection) {
            case Selection.Nothing nothing -> true;
            case Selection.OfNode picked -> indexOf(picked.node()) >= 0;
            case Selection.OfLink picked -> indexOf(picked.link()) >= 0;
        };
    }
}

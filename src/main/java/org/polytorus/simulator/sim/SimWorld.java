package org.polytorus.simulator.sim;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.FlightLog;
import org.polytorus.simulator.host.Names;
import org.polytorus.simulator.host.Partitions;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.Components;

/** What all nodes and links of a simulation share: the clock, who is who, and the links. At most one link a pair. */
final class SimWorld implements Names {
    /** Where connections come from, as an operating system would number them. */
    private static final int FIRST_DIALLING_PORT = 32_768;

    private static final int LAST_DIALLING_PORT = 60_999;

    private final long seed;
    private final EventQueue queue;
    private final Recorder recorder;
    private final @Nullable FlightLog flights;
    private final Map<NodeName, SimNode> nodes = new LinkedHashMap<>();
    private final Map<Endpoint, SimNode> byAddress = new LinkedHashMap<>();
    private final Map<PeerId, NodeName> byId = new LinkedHashMap<>();
    private final Map<LinkId, SimLink> links = new LinkedHashMap<>();
    /** The links in the order of their ids, until there is a new one. */
    private @Nullable List<SimLink> inOrder;

    private final Partitions partitions = new Partitions();
    private final Payloads payloads = new Payloads();
    private int diallingPort = FIRST_DIALLING_PORT;
    private @Nullable Witness witness;

    /** @param flights where messages seen travelling go, or null if nobody looks */
    SimWorld(long seed, EventQueue queue, Recorder recorder, @Nullable FlightLog flights) {
        this.seed = seed;
        this.queue = queue;
        this.recorder = recorder;
        this.flights = flights;
    }

    long seed() {
        return seed;
    }

    EventQueue queue() {
        return queue;
    }

    Recorder recorder() {
        return recorder;
    }

    @Nullable
    FlightLog flights() {
        return flights;
    }

    /** Who looks into nodes, or null. */
    @Nullable
    Witness witness() {
        return witness;
    }

    void watch(Witness looking) {
        witness = looking;
    }

    Partitions partitions() {
        return partitions;
    }

    Payloads payloads() {
        return payloads;
    }

    /** Makes all nodes known, before there are links. */
    void add(Collection<SimNode> all) {
        all.stream().sorted(Comparator.comparing(SimNode::name)).forEach(node -> {
            nodes.put(node.name(), node);
            byAddress.put(node.address(), node);
            byId.put(node.id(), node.name());
        });
    }

    /** In the order of their names. */
    Map<NodeName, SimNode> nodes() {
        return nodes;
    }

    @Nullable
    SimNode nodeAt(Endpoint address) {
        return byAddress.get(address);
    }

    @Override
    public @Nullable NodeName nameOf(PeerId id) {
        return byId.get(id);
    }

    @Override
    public @Nullable NodeName nameAt(Endpoint endpoint) {
        SimNode node = nodeAt(endpoint);
        return node == null ? null : node.name();
    }

    @Override
    public boolean isGuest(NodeName name) {
        return false;
    }

    @Override
    public boolean isInvited(NodeName name) {
        return false;
    }

    /** The link that a dial uses, or null if nobody, or the dialler itself, listens there. */
    @Nullable
    SimLink dialled(NodeName dialler, Endpoint remote) {
        NodeName listener = nameAt(remote);
        return listener == null || listener.equals(dialler) ? null : open(LinkId.of(dialler, listener));
    }

    /** The link of a pair, which exists from now on. */
    SimLink open(LinkId id) {
        SimLink known = links.get(id);
        if (known != null) {
            return known;
        }
        SimLink link = new SimLink(id, this);
        link.cut(partitions.cutOf(id));
        links.put(id, link);
        inOrder = null;
        return link;
    }

    @Nullable
    SimLink find(LinkId id) {
        return links.get(id);
    }

    /** In the order of their ids. */
    Collection<SimLink> links() {
        List<SimLink> known = inOrder;
        if (known == null) {
            known = links.values().stream()
                    .sorted(Comparator.comparing(SimLink::id))
                    .toList();
            inOrder = known;
        }
        return known;
    }

    /** A node has registered a peer, or has lost it. */
    void registered(NodeName node, PeerId peer, boolean isRegistered) {
        NodeName other = nameOf(peer);
        SimLink link = other == null || other.equals(node) ? null : find(LinkId.of(node, other));
        if (link != null) {
            link.registered(node, isRegistered);
        }
    }

    /** How many groups the running nodes are, joined by links that carry traffic. */
    int groups() {
        int[] ends = links.values().stream()
                .filter(SimLink::carries)
                .flatMapToInt(SimLink::ends)
                .toArray();
        long idle = nodes.values().stream().filter(node -> !node.isRunning()).count();
        return Components.count(nodes.size(), ends) - (int) idle;
    }

    Endpoint nextDiallingAddress() {
        int port = diallingPort;
        diallingPort = port == LAST_DIALLING_PORT ? FIRST_DIALLING_PORT : port + 1;
        return Endpoint.loopback(port);
    }
}

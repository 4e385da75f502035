package org.polytorus.simulator.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;

/**
 * Who is who in this testnet: which node listens where, which has which id, and the links between them. At most one link a
 * pair, so the nodes bound it. May be used from any thread.
 */
final class LinkRegistry {
    /** Far apart, so that the connections of one link never draw the chances of another. */
    private static final long SEED_STEP = 1_000_003;

    private final Map<Endpoint, NodeName> byEndpoint = new ConcurrentHashMap<>();
    private final Map<PeerId, NodeName> byId = new ConcurrentHashMap<>();
    private final Map<LinkId, LiveLink> links = new ConcurrentSkipListMap<>();
    private final long seed;
    private final FlightLog flights;
    private final EpochClock clock;

    LinkRegistry(long seed, FlightLog flights, EpochClock clock) {
        this.seed = seed;
        this.flights = flights;
        this.clock = clock;
    }

    void add(NodeName name, PeerId id) {
        byId.put(id, name);
    }

    void listensAt(NodeName name, Endpoint reachable) {
        byEndpoint.put(reachable, name);
    }

    @Nullable
    NodeName nameOf(PeerId id) {
        return byId.get(id);
    }

    @Nullable
    NodeName nameAt(Endpoint endpoint) {
        return byEndpoint.get(endpoint);
    }

    /** The link that a dial uses, or null if another program, or the dialler itself, listens there. */
    @Nullable
    LiveLink dialled(NodeName dialler, Endpoint remote) {
        NodeName listener = nameAt(remote);
        return listener == null || listener.equals(dialler) ? null : open(LinkId.of(dialler, listener));
    }

    /** The link of a pair, which exists from now on. */
    LiveLink open(LinkId id) {
        return links.computeIfAbsent(
                id, missing -> new LiveLink(missing, seed + SEED_STEP * missing.hashCode(), flights, clock));
    }

    @Nullable
    LiveLink find(LinkId id) {
        return links.get(id);
    }

    /** All links in the order of their ids. */
    Collection<LiveLink> all() {
        return List.copyOf(links.values());
    }
}

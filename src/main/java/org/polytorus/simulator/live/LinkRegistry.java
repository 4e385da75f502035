package org.polytorus.simulator.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.FlightLog;
import org.polytorus.simulator.host.Names;
import org.polytorus.simulator.host.Partitions;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;

/**
 * Who is who in this testnet: which node listens where, which has which id, and the links between them. At most one link a
 * pair, so the nodes bound it. May be used from any thread.
 */
final class LinkRegistry implements Names {
    private final Map<Endpoint, NodeName> byEndpoint = new ConcurrentHashMap<>();
    private final Map<PeerId, NodeName> byId = new ConcurrentHashMap<>();
    private final Map<LinkId, LiveLink> links = new ConcurrentSkipListMap<>();
    private final long seed;
    private final FlightLog flights;
    private final EpochClock clock;
    private final Guests guests = new Guests(this);
    private final Partitions partitions = new Partitions();

    LinkRegistry(long seed, FlightLog flights, EpochClock clock) {
        this.seed = seed;
        this.flights = flights;
        this.clock = clock;
    }

    void add(NodeName name, PeerId id) {
        byId.put(id, name);
    }

    /** A guest has this id instead of the one before. */
    void rename(NodeName name, PeerId before, PeerId now) {
        byId.remove(before, name);
        byId.put(now, name);
    }

    /** Takes a guest out of all lists and resets what is connected over its links. */
    CompletableFuture<Void> forget(NodeName name) {
        byId.values().removeIf(name::equals);
        byEndpoint.values().removeIf(name::equals);
        Collection<LiveLink> forgotten = linksOf(name);
        forgotten.forEach(link -> links.remove(link.id()));
        return CompletableFuture.allOf(
                forgotten.stream().map(LiveLink::resetAll).toArray(CompletableFuture<?>[]::new));
    }

    Partitions partitions() {
        return partitions;
    }

    EpochClock clock() {
        return clock;
    }

    Guests guests() {
        return guests;
    }

    @Override
    public boolean isGuest(NodeName name) {
        return guests.isGuest(name);
    }

    @Override
    public boolean isInvited(NodeName name) {
        Guests.Guest guest = guests.find(name);
        return guest != null && guest.invited();
    }

    void listensAt(NodeName name, Endpoint reachable) {
        byEndpoint.put(reachable, name);
    }

    @Override
    public @Nullable NodeName nameOf(PeerId id) {
        return byId.get(id);
    }

    /** The id behind a name, or null for a guest that was never met and for a name that nobody has. */
    @Nullable
    PeerId idOf(NodeName name) {
        for (Map.Entry<PeerId, NodeName> entry : byId.entrySet()) {
            if (entry.getValue().equals(name)) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** Whether somebody with an id has this name. */
    boolean isTaken(NodeName name) {
        return byId.containsValue(name);
    }

    @Override
    public @Nullable NodeName nameAt(Endpoint endpoint) {
        return byEndpoint.get(endpoint);
    }

    /** Whether one of our own nodes listens there. */
    boolean leadsToNode(Endpoint remote) {
        NodeName listener = nameAt(remote);
        return listener != null && !guests.isGuest(listener);
    }

    /** The link that a dial uses, or null if another program, or the dialler itself, listens there. */
    @Nullable
    LiveLink dialled(NodeName dialler, Endpoint remote) {
        NodeName listener = nameAt(remote);
        return listener == null || listener.equals(dialler) ? null : open(LinkId.of(dialler, listener));
    }

    /** The link of a pair, which exists from now on. */
    LiveLink open(LinkId id) {
        LiveLink known = links.get(id);
        if (known != null) {
            return known;
        }
        LiveLink link = links.computeIfAbsent(id, missing -> new LiveLink(missing, seed, flights, clock));
        // Only once it is in the list: who splits the testnet meanwhile either is seen here or finds this link.
        var _ = link.cut(partitions.cutOf(id));
        return link;
    }

    @Nullable
    LiveLink find(LinkId id) {
        return links.get(id);
    }

    Collection<LiveLink> linksOf(NodeName name) {
        return links.values().stream().filter(link -> link.id().joins(name)).toList();
    }

    /** All links in the order of their ids. */
    Collection<LiveLink> all() {
        return List.copyOf(links.values());
    }
}

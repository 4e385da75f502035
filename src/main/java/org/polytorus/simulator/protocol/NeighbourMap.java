package org.polytorus.simulator.protocol;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * Who is connected with whom, as far as this node's peers have told. What was not told is taken as not connected: then nobody
 * is given up who may be the last way to a part of the network.
 */
final class NeighbourMap {
    /** What was told longer ago than this may not be so any more. */
    static final long CURRENT_SECONDS = 120;

    /**
     * Whom a peer has not seen for longer than this when it tells is no neighbour: it tells of others from hearsay too, and a
     * time that is merely not old may be somebody else's.
     */
    static final long JUST_SEEN_SECONDS = 5;

    /** Neighbours that are remembered of one peer; what further ones would prove remains unknown. */
    static final int MAX_NEIGHBOURS = 200;

    private final PeerId self;
    /** When each peer told last of each of its neighbours, in seconds since the epoch. */
    private final Map<PeerId, Map<PeerId, Long>> toldAt = new TreeMap<>();

    NeighbourMap(PeerId self) {
        this.self = self;
    }

    /** A peer tells whom it knows. The future is taken for now. */
    void told(PeerId by, List<PeerInfo> peers, long nowSeconds) {
        Map<PeerId, Long> neighbours = toldAt.computeIfAbsent(by, _ -> new TreeMap<>());
        neighbours.values().removeIf(told -> !isCurrent(told, nowSeconds));
        for (PeerInfo info : peers) {
            boolean isFuture = Long.compareUnsigned(info.lastSeenSeconds(), nowSeconds) > 0;
            boolean isJustSeen = isFuture || nowSeconds - info.lastSeenSeconds() <= JUST_SEEN_SECONDS;
            boolean counts =
                    isJustSeen && !info.peerId().equals(self) && !info.peerId().equals(by);
            if (counts && (neighbours.size() < MAX_NEIGHBOURS || neighbours.containsKey(info.peerId()))) {
                neighbours.put(info.peerId(), nowSeconds);
            }
        }
    }

    void gauge(Gauge gauge, int peers) {
        gauge.holds("peers that have told of neighbours", toldAt.size(), peers);
        toldAt.values().forEach(of -> gauge.holds("neighbours of a peer", of.size(), MAX_NEIGHBOURS));
    }

    /** The peer is gone; what it told says nothing any more. */
    void forget(PeerId peer) {
        toldAt.remove(peer);
    }

    /** Whether {@code peer} is connected, without this node, with another of {@code ours}: directly or by others. */
    boolean isReachableWithoutUs(PeerId peer, Collection<PeerId> ours, long nowSeconds) {
        Set<PeerId> others = new TreeSet<>(ours);
        others.remove(peer);
        Map<PeerId, Set<PeerId>> edges = edges(nowSeconds);
        Set<PeerId> seen = new TreeSet<>();
        ArrayDeque<PeerId> front = new ArrayDeque<>();
        seen.add(peer);
        front.add(peer);
        while (!front.isEmpty()) {
            for (PeerId next : edges.getOrDefault(front.removeFirst(), Collections.emptySet())) {
                if (others.contains(next)) {
                    return true;
                }
                if (seen.add(next)) {
                    front.addLast(next);
                }
            }
        }
        return false;
    }

    private Map<PeerId, Set<PeerId>> edges(long nowSeconds) {
        Map<PeerId, Set<PeerId>> edges = new TreeMap<>();
        toldAt.forEach((peer, neighbours) -> neighbours.forEach((neighbour, told) -> {
            if (isCurrent(told, nowSeconds)) {
                edges.computeIfAbsent(peer, _ -> new TreeSet<>()).add(neighbour);
                edges.computeIfAbsent(neighbour, _ -> new TreeSet<>()).add(peer);
            }
        }));
        return edges;
    }

    private static boolean isCurrent(long toldSeconds, long nowSeconds) {
        return nowSeconds - toldSeconds <= CURRENT_SECONDS;
    }
}

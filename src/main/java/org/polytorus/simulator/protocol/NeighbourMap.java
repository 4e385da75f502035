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
    /** Somebody that a peer has not seen for longer than this is not connected with it any more. */
    static final long CURRENT_SECONDS = 120;

    /** Neighbours that are remembered of one peer; what further ones would prove remains unknown. */
    static final int MAX_NEIGHBOURS = 200;

    private final PeerId self;
    /** When each peer's neighbours were last seen by it, in seconds since the epoch. */
    private final Map<PeerId, Map<PeerId, Long>> lastSeen = new TreeMap<>();

    NeighbourMap(PeerId self) {
        this.self = self;
    }

    /** A peer tells whom it knows. The future is taken for now. */
    void told(PeerId by, List<PeerInfo> peers, long nowSeconds) {
        Map<PeerId, Long> neighbours = lastSeen.computeIfAbsent(by, _ -> new TreeMap<>());
        neighbours.values().removeIf(seen -> !isCurrent(seen, nowSeconds));
        for (PeerInfo info : peers) {
            boolean isFuture = Long.compareUnsigned(info.lastSeenSeconds(), nowSeconds) > 0;
            long seen = isFuture ? nowSeconds : info.lastSeenSeconds();
            boolean counts = isCurrent(seen, nowSeconds)
                    && !info.peerId().equals(self)
                    && !info.peerId().equals(by);
            if (counts && (neighbours.size() < MAX_NEIGHBOURS || neighbours.containsKey(info.peerId()))) {
                neighbours.merge(info.peerId(), seen, Math::max);
            }
        }
    }

    /** The peer is gone; what it told says nothing any more. */
    void forget(PeerId peer) {
        lastSeen.remove(peer);
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
        lastSeen.forEach((peer, neighbours) -> neighbours.forEach((neighbour, seen) -> {
            if (isCurrent(seen, nowSeconds)) {
                edges.computeIfAbsent(peer, _ -> new TreeSet<>()).add(neighbour);
                edges.computeIfAbsent(neighbour, _ -> new TreeSet<>()).add(peer);
            }
        }));
        return edges;
    }

    private static boolean isCurrent(long seenSeconds, long nowSeconds) {
        return nowSeconds - seenSeconds <= CURRENT_SECONDS;
    }
}

package org.polytorus.simulator.app.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** What the two ends of each link count, side by side. */
final class LinkEnds {
    private final Map<NodeName, Map<NodeName, PeerSnapshot>> peersByNode = new TreeMap<>();

    private final Set<LinkId> rested = new TreeSet<>();

    private LinkEnds() {}

    static LinkEnds of(TestnetSnapshot snapshot) {
        LinkEnds ends = new LinkEnds();
        for (NodeSnapshot node : snapshot.nodes()) {
            Map<NodeName, PeerSnapshot> peers = new TreeMap<>();
            for (PeerSnapshot peer : node.peers()) {
                NodeName name = peer.name();
                if (name != null) {
                    peers.put(name, peer);
                }
            }
            ends.peersByNode.put(node.name(), peers);
        }
        return ends;
    }

    /** Says of links whose ends agreed a moment ago that they do, though new messages may be under way by now. */
    LinkEnds seenAtRest(Set<LinkId> links) {
        rested.addAll(links);
        return this;
    }

    /** The connected ones of these links whose ends agree. */
    List<LinkId> agreeing(List<LinkSnapshot> links) {
        return comparable(links)
                .filter(link -> Boolean.TRUE.equals(agree(link)))
                .toList();
    }

    /** Whether the ends of every connected link agree, where both are known. */
    boolean allAgree(List<LinkSnapshot> links) {
        return comparable(links).allMatch(link -> Boolean.TRUE.equals(agree(link)));
    }

    private Stream<LinkId> comparable(List<LinkSnapshot> links) {
        return links.stream()
                .filter(link -> link.state() == LinkSnapshot.State.CONNECTED)
                .map(LinkSnapshot::id)
                .filter(this::areKnown);
    }

    /** Whether both ends are nodes of this testnet, whose counters are known. A guest's are not. */
    boolean areKnown(LinkId link) {
        return peersByNode.containsKey(link.a()) && peersByNode.containsKey(link.b());
    }

    /** Whether each end received what the other sent; null if neither end has the other as its peer, or one is a guest. */
    @Nullable
    Boolean agree(LinkId link) {
        if (!areKnown(link)) {
            return null;
        }
        PeerSnapshot atA = peer(link.a(), link.b());
        PeerSnapshot atB = peer(link.b(), link.a());
        if (atA == null && atB == null) {
            return null;
        }
        return rested.contains(link) || (atA != null && atB != null && receivedAll(atA, atB) && receivedAll(atB, atA));
    }

    private @Nullable PeerSnapshot peer(NodeName node, NodeName other) {
        return peersByNode.getOrDefault(node, Map.of()).get(other);
    }

    private static boolean receivedAll(PeerSnapshot sender, PeerSnapshot receiver) {
        return sender.messagesSent() == receiver.messagesReceived()
                && sender.bytesSent() == receiver.bytesReceived()
                && sender.queued() == 0;
    }
}

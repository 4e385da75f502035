package org.polytorus.simulator.app.run;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** What the two ends of each link count, side by side. */
final class LinkEnds {
    private final Map<NodeName, Map<NodeName, PeerSnapshot>> peersByNode = new TreeMap<>();

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
        return atA != null && atB != null && receivedAll(atA, atB) && receivedAll(atB, atA);
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

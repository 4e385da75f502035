package org.polytorus.simulator.testnet;

import java.util.Map;
import java.util.TreeMap;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;

/** What people call the nodes whose peer ids appear in a testnet's snapshot. */
public final class PeerNames {
    private final Map<PeerId, NodeName> names = new TreeMap<>();

    private PeerNames() {}

    /** The names of this moment. */
    public static PeerNames of(TestnetSnapshot snapshot) {
        PeerNames names = new PeerNames();
        snapshot.nodes().forEach(node -> names.names.put(node.id(), node.name()));
        return names;
    }

    /** The node's name, or for a stranger the beginning of its id. */
    public String nameOf(PeerId peer) {
        NodeName name = names.get(peer);
        return name == null ? "stranger " + peer.shortText() : name.value();
    }
}

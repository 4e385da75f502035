package org.polytorus.simulator.invariant;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.ConnectionId;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.protocol.NodeSight.OpenConnection;

/** Holds what a node believes to be open against what its host has open; and the peers that it counts against those. */
public final class KnowsItsConnections implements NodeInvariant {

    @Override
    public String name() {
        return "known connections";
    }

    @Override
    public String sentence() {
        return "a node knows exactly the connections that its host has open, and counts its peers right";
    }

    @Override
    public @Nullable String broken(NodeName node, NodeSight sight, HostSight host) {
        List<OpenConnection> known = sight.connections();
        Collection<ConnectionId> open = host.connections();
        int peers = 0;
        for (OpenConnection each : known) {
            if (!open.contains(each.id())) {
                return node + " believes in " + each.id() + " to " + each.remote() + ", which its host does not have";
            }
            peers += each.registered() ? 1 : 0;
        }
        if (known.size() != open.size()) {
            return node + " knows " + known.size() + " connections, its host has " + open.size();
        }
        long counted = sight.stats().activeConnections();
        return counted == peers ? null : node + " counts " + counted + " active connections and has " + peers;
    }
}

package org.polytorus.simulator.testnet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;

/**
 * A program that is not ours, speaks PolyTorus's protocol and is to take part in a testnet.
 *
 * @param name what the testnet calls it; no node and no other guest has this name
 * @param address where it listens, or null if it dials in: then it is whoever comes and is none of the testnet's nodes
 * @param nodes the nodes that dial the address and stay connected; none if it dials in
 */
public record GuestSpec(NodeName name, @Nullable Endpoint address, List<NodeName> nodes) {
    /** How many guests a testnet shows. */
    public static final int MAX_GUESTS = 100;

    public GuestSpec {
        nodes = List.copyOf(nodes);
    }

    /** A guest that is expected to dial in. */
    public static GuestSpec expected(String name) {
        return new GuestSpec(new NodeName(name), null, List.of());
    }
}

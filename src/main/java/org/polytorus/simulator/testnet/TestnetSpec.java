package org.polytorus.simulator.testnet;

import java.util.List;

/**
 * A testnet as a file or a form describes it, checked: names and fixed ports are unique, links join nodes that exist, or a
 * node with a guest.
 *
 * @param name what the title of the window says
 * @param seed from which node ids and everything else random is drawn
 * @param links of a node with a guest those of which conditions are asked; the guest itself says who dials it
 * @param guests programs that are not ours, in the order in which those that dial in are expected
 */
public record TestnetSpec(String name, long seed, List<NodeSpec> nodes, List<LinkSpec> links, List<GuestSpec> guests) {
    /** How many real nodes one process may run: each needs a port, and each link two file descriptors. */
    public static final int MAX_NODES = 1_000;

    public TestnetSpec {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        guests = List.copyOf(guests);
    }

    /** A testnet without guests. */
    public TestnetSpec(String name, long seed, List<NodeSpec> nodes, List<LinkSpec> links) {
        this(name, seed, nodes, links, List.of());
    }
}

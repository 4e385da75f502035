package org.polytorus.simulator.testnet;

import java.util.List;

/**
 * A testnet as a file or a form describes it, checked: names and fixed ports are unique, links join nodes that exist.
 *
 * @param name what the title of the window says
 * @param seed from which node ids and everything else random is drawn
 */
public record TestnetSpec(String name, long seed, List<NodeSpec> nodes, List<LinkSpec> links) {
    /** How many real nodes one process may run: each needs a port, and each link two file descriptors. */
    public static final int MAX_NODES = 1_000;

    public TestnetSpec {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }
}

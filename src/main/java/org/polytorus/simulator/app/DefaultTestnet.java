package org.polytorus.simulator.app;

import java.util.List;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

/** What runs when no file is given and there is nobody to ask: three nodes, each connected to both others. */
final class DefaultTestnet {
    static final long SEED = 1;

    private DefaultTestnet() {}

    static TestnetSpec spec() {
        List<NodeSpec> nodes = List.of(NodeSpec.named("node1"), NodeSpec.named("node2"), NodeSpec.named("node3"));
        return new TestnetSpec(
                "Three nodes", SEED, nodes, List.of(link(nodes, 1, 0), link(nodes, 2, 0), link(nodes, 2, 1)));
    }

    private static LinkSpec link(List<NodeSpec> nodes, int dialler, int listener) {
        return LinkSpec.clean(nodes.get(dialler).name(), nodes.get(listener).name());
    }
}

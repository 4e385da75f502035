package org.polytorus.simulator.invariant;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Nothing that is done to the network makes a node fail. */
public final class NodesLive implements TestnetInvariant {

    @Override
    public String name() {
        return "nodes live";
    }

    @Override
    public String sentence() {
        return "no node stops unless somebody stops it";
    }

    @Override
    public @Nullable String broken(TestnetSnapshot now) {
        return now.nodes().stream()
                .filter(node -> node.state() == NodeSnapshot.State.FAILED)
                .map(NodeSnapshot::problem)
                .findFirst()
                .orElse(null);
    }
}

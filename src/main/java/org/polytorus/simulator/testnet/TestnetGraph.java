package org.polytorus.simulator.testnet;

import java.util.List;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/**
 * A testnet as a graph: what decides its {@link GraphMeasures}, so that they stay the same as long as this does.
 *
 * @param nodes those that run
 * @param links those that carry traffic both ways
 */
public record TestnetGraph(List<NodeName> nodes, List<LinkId> links) {

    public TestnetGraph {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /** A testnet as it is. */
    public static TestnetGraph of(TestnetSnapshot snapshot) {
        return new TestnetGraph(
                snapshot.nodes().stream()
                        .filter(node -> node.state() == NodeSnapshot.State.RUNNING)
                        .map(NodeSnapshot::name)
                        .toList(),
                snapshot.links().stream()
                        .filter(link -> link.state() == LinkSnapshot.State.CONNECTED)
                        .map(LinkSnapshot::id)
                        .toList());
    }
}

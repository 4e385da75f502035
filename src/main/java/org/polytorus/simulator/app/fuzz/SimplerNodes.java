package org.polytorus.simulator.app.fuzz;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.NodeSpecBuilder;

/** The nodes of a testnet with one setting less that somebody has to think about: each is as in a file that does not name it. */
final class SimplerNodes {
    private static final NodeSpec USUAL = NodeSpec.named("usual");

    /** Each makes a setting the usual one. */
    private static final List<UnaryOperator<NodeSpecBuilder>> WAYS = List.of(
            node -> node.discovery(DiscoverySettings.OFF),
            node -> node.rateLimit(USUAL.rateLimit()),
            node -> node.maxPeers(USUAL.maxPeers()),
            node -> node.qualityOfService(USUAL.qualityOfService()),
            node -> node.transactionInterval(null),
            node -> node.mining(false),
            node -> node.connectionTimeout(USUAL.connectionTimeout()),
            node -> node.peerTimeout(USUAL.peerTimeout()),
            node -> node.pingInterval(USUAL.pingInterval()));

    private SimplerNodes() {}

    static Stream<List<NodeSpec>> of(List<NodeSpec> nodes) {
        return WAYS.stream()
                .map(way -> nodes.stream().map(node -> simpler(node, way)).toList())
                .filter(simpler -> !simpler.equals(nodes))
                .distinct();
    }

    private static NodeSpec simpler(NodeSpec node, UnaryOperator<NodeSpecBuilder> way) {
        return way.apply(node.but()).build();
    }
}

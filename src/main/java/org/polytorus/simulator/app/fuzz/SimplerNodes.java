package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.Machine;
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
            node -> node.machine(USUAL.machine()),
            node -> node.requestTimeout(USUAL.requestTimeout()),
            node -> node.connectionTimeout(USUAL.connectionTimeout()),
            node -> node.peerTimeout(USUAL.peerTimeout()),
            node -> node.pingInterval(USUAL.pingInterval()));

    /** Each takes a limit away. */
    private static final List<UnaryOperator<Machine>> MACHINES = List.of(
            machine -> new Machine(null, machine.download(), machine.perBlock(), machine.perMegabyte()),
            machine -> new Machine(machine.upload(), null, machine.perBlock(), machine.perMegabyte()),
            machine -> new Machine(machine.upload(), machine.download(), Duration.ZERO, machine.perMegabyte()),
            machine -> new Machine(machine.upload(), machine.download(), machine.perBlock(), Duration.ZERO));

    private SimplerNodes() {}

    static Stream<List<NodeSpec>> of(List<NodeSpec> nodes) {
        return Stream.concat(WAYS.stream().map(way -> all(nodes, node -> simpler(node, way))), simplerMachines(nodes))
                .filter(simpler -> !simpler.equals(nodes))
                .distinct();
    }

    /** With one machine less that has limits, and with one limit less on all. */
    private static Stream<List<NodeSpec>> simplerMachines(List<NodeSpec> nodes) {
        Stream<List<NodeSpec>> ofOne = nodes.stream()
                .map(NodeSpec::name)
                .map(limited -> all(
                        nodes,
                        node -> node.name().equals(limited)
                                ? simpler(node, way -> way.machine(USUAL.machine()))
                                : node));
        return Stream.concat(
                ofOne,
                MACHINES.stream()
                        .map(simpler ->
                                all(nodes, node -> simpler(node, way -> way.machine(simpler.apply(node.machine()))))));
    }

    private static List<NodeSpec> all(List<NodeSpec> nodes, UnaryOperator<NodeSpec> change) {
        return nodes.stream().map(change).toList();
    }

    private static NodeSpec simpler(NodeSpec node, UnaryOperator<NodeSpecBuilder> way) {
        return way.apply(node.but()).build();
    }
}

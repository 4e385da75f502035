package org.polytorus.simulator.app.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.RateLimit;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Regions;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.Topology;

/** A testnet of any shape, mostly small, with settings under which much happens in little time. */
final class RandomTestnet {
    private static final int USUALLY_MOST_NODES = 12;
    private static final double CHANCE_OF_MANY = 0.01;
    private static final double CHANCE_OF_REGIONS = 0.15;
    private static final int MOST_DEGREE = 6;
    /** Half of the time that all nodes have to follow one tip, so that the second who is asked still answers in time. */
    private static final int MOST_REQUEST_SECONDS = 15;

    private final Dice dice;
    private final int mostNodes;

    /** What was drawn, and how its shape is called. */
    record Drawn(String shape, TestnetSpec spec) {}

    /** Who is there, and who dials whom on what links. */
    private record Graph(String shape, List<NodeName> names, List<LinkSpec> links, boolean needsDiscovery) {}

    RandomTestnet(Dice dice, int mostNodes) {
        this.dice = dice;
        this.mostNodes = mostNodes;
    }

    Drawn next(long seed) {
        int most = dice.chance(CHANCE_OF_MANY) ? mostNodes : Math.min(mostNodes, USUALLY_MOST_NODES);
        Graph graph = dice.chance(CHANCE_OF_REGIONS) ? regions(most, seed) : shape(most, seed);
        List<NodeName> names = graph.names();
        NodeSpec usual = usual(names.size(), graph.needsDiscovery());
        RandomMachines machines = new RandomMachines(dice);
        Map<NodeName, Integer> degrees = degrees(graph.links());
        List<NodeSpec> specs = names.stream()
                .map(name -> usual.but()
                        .name(name)
                        .maxPeers(maxPeers(degrees.getOrDefault(name, 0), names.size()))
                        .machine(machines.next())
                        .build())
                .toList();
        return new Drawn(graph.shape(), new TestnetSpec("Seed " + seed, seed, specs, graph.links()));
    }

    private Graph shape(int most, long seed) {
        Topology shape;
        int nodes;
        int degree;
        do {
            shape = dice.oneOf(List.of(Topology.values()));
            nodes = dice.magnitude(2, most);
            degree = dice.between(1, MOST_DEGREE);
        } while (shape.problem(nodes, degree) != null);
        List<NodeName> names = GeneratedTestnet.names(nodes);
        List<LinkSpec> links = shape.links(names, degree, seed).stream()
                .map(link -> new LinkSpec(link.dialler(), link.listener(), conditions(), conditions()))
                .toList();
        return new Graph(shape.keyword(), names, links, shape.needsDiscovery());
    }

    private Graph regions(int most, long seed) {
        Regions regions = new RandomRegions(dice).next(dice.magnitude(2, most), dice.between(1, MOST_DEGREE));
        boolean isOpen = regions.reachableNodes().size() == regions.size();
        return new Graph(
                isOpen ? "regions" : "regions, where some only dial",
                regions.names(),
                regions.conditioned(regions.links(seed)),
                false);
    }

    private LinkConditions conditions() {
        return dice.chance(0.1) ? new RandomConditions(dice).next() : LinkConditions.NONE;
    }

    private NodeSpec usual(int nodes, boolean needsDiscovery) {
        boolean discovery = needsDiscovery || dice.chance(0.25);
        return NodeSpec.named("usual")
                .but()
                .difficulty(1)
                .mining(dice.chance(0.85))
                .blockTime(dice.millis(1_000, 10_000).multipliedBy(nodes))
                .transactionInterval(transactionInterval(nodes))
                .connectionTimeout(Duration.ofSeconds(dice.between(1, 6)))
                .pingInterval(Duration.ofSeconds(dice.between(1, 6)))
                .peerTimeout(Duration.ofSeconds(dice.between(10, 30)))
                .requestTimeout(
                        dice.chance(0.3)
                                ? Duration.ofSeconds(dice.between(1, MOST_REQUEST_SECONDS))
                                : NodeSpec.named("usual").requestTimeout())
                .rateLimit(
                        dice.chance(0.3)
                                ? new RateLimit(
                                        dice.magnitude(2, 200), dice.magnitude(1, 50), dice.magnitude(2_048, 1 << 20))
                                : RateLimit.DEFAULT)
                .discovery(
                        discovery
                                ? new DiscoverySettings(
                                        true, Duration.ofSeconds(dice.between(1, 10)), dice.between(1, 8))
                                : DiscoverySettings.OFF)
                .qualityOfService(dice.chance(0.7))
                .build();
    }

    private @Nullable Duration transactionInterval(int nodes) {
        return dice.chance(0.8) ? dice.millis(200, 10_000).multipliedBy(nodes) : null;
    }

    /**
     * Room for every described link, and for all who may come in need or by their own search: whom others have found may fill a
     * node, which then keeps its described links out.
     */
    private int maxPeers(int degree, int nodes) {
        return dice.chance(0.3) ? degree + nodes : NodeSpec.named("usual").maxPeers() + degree;
    }

    private static Map<NodeName, Integer> degrees(List<LinkSpec> links) {
        Map<NodeName, Integer> degrees = new TreeMap<>();
        links.stream()
                .flatMap(link -> Stream.of(link.dialler(), link.listener()))
                .forEach(node -> degrees.merge(node, 1, Integer::sum));
        return degrees;
    }
}

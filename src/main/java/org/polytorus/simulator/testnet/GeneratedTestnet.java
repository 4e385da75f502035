package org.polytorus.simulator.testnet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.NodeName;

/** Describes testnets of a shape and a size: node1, node2 and so on, on free loopback ports. */
public final class GeneratedTestnet {
    /** All nodes together find about one block in this time, however many they are. */
    private static final Duration BLOCK_TIME_OF_ALL = Duration.ofSeconds(2);

    private static final Duration TRANSACTION_INTERVAL_OF_ALL = Duration.ofSeconds(1);
    /** Shorter than PolyTorus's 30 s, so that measured round trips follow soon when conditions change. */
    private static final Duration PING_INTERVAL = Duration.ofSeconds(5);

    /** Six peers hold hundreds of nodes together; shorter than PolyTorus's 30 s, so that one can watch them come. */
    private static final DiscoverySettings DISCOVERY = new DiscoverySettings(true, Duration.ofSeconds(5), 6);

    private GeneratedTestnet() {}

    /**
     * A testnet in which all nodes mine. It may be larger than sockets allow ({@link TestnetSpec#socketProblem}).
     *
     * @param degree neighbours of each node, where the shape needs one
     * @throws IllegalArgumentException with a sentence for people if there is no such testnet
     */
    public static TestnetSpec of(String name, Topology topology, int nodes, int degree, long seed) {
        String problem = topology.problem(nodes, degree);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        List<NodeName> names = names(nodes);
        List<LinkSpec> links = topology.links(names, degree, seed);
        return of(name, seed, names, links, topology.needsDiscovery());
    }

    /**
     * A testnet of regions, in which all nodes mine. Each region's nodes are called by its name.
     *
     * @throws IllegalArgumentException with a sentence for people if there is no such testnet
     */
    public static TestnetSpec of(String name, Regions regions, long seed) {
        return of(name, seed, regions.names(), regions.conditioned(regions.links(seed)), false);
    }

    private static TestnetSpec of(
            String name, long seed, List<NodeName> names, List<LinkSpec> links, boolean needsDiscovery) {
        int mostLinks = mostLinksOfOne(links);
        NodeSpec plain = usual(names.size(), needsDiscovery ? 0 : mostLinks);
        NodeSpec usual = needsDiscovery ? plain.but().discovery(DISCOVERY).build() : plain;
        return new TestnetSpec(
                name,
                seed,
                names.stream().map(node -> usual.but().name(node).build()).toList(),
                links);
    }

    /** node1 to nodeN. */
    public static List<NodeName> names(int nodes) {
        return IntStream.rangeClosed(1, nodes)
                .mapToObj(i -> new NodeName("node" + i))
                .toList();
    }

    /**
     * What a node is like of which there are so many: together they find a block every two seconds.
     *
     * @param mostLinks how many links a node has that has the most
     */
    public static NodeSpec usual(int nodes, int mostLinks) {
        NodeSpec usual = NodeSpec.named("usual");
        return usual.but()
                .maxPeers(Math.max(usual.maxPeers(), mostLinks))
                .pingInterval(PING_INTERVAL)
                .blockTime(BLOCK_TIME_OF_ALL.multipliedBy(nodes))
                .transactionInterval(TRANSACTION_INTERVAL_OF_ALL.multipliedBy(nodes))
                .build();
    }

    private static int mostLinksOfOne(List<LinkSpec> links) {
        Map<NodeName, Integer> counts = new TreeMap<>();
        for (LinkSpec link : links) {
            counts.merge(link.dialler(), 1, Integer::sum);
            counts.merge(link.listener(), 1, Integer::sum);
        }
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}

package org.polytorus.simulator.testnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.generate.BarabasiAlbertGraphGenerator;
import org.jgrapht.generate.GnmRandomGraphGenerator;
import org.jgrapht.generate.GraphGenerator;
import org.jgrapht.generate.WattsStrogatzGraphGenerator;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.util.SupplierUtil;
import org.polytorus.simulator.testnet.Topology.Edge;

/** Draws the random shapes of the literature. What comes out in several parts is joined by as few further links as it takes. */
final class RandomShapes {
    /** The share of links that a small world has rewired: far more shortcuts and it is a plain random graph. */
    private static final double REWIRED = 0.1;

    private final int nodes;
    private final int degree;
    private final long seed;

    /** Takes sizes that {@link Topology#problem} accepts. */
    RandomShapes(int nodes, int degree, long seed) {
        this.nodes = nodes;
        this.degree = degree;
        this.seed = seed;
    }

    /** Erdős and Rényi: every pair is as likely as any other; {@code degree} neighbours on average. */
    List<Edge> evenlyRandom() {
        return draw(new GnmRandomGraphGenerator<>(nodes, nodes * degree / 2, seed));
    }

    /** Watts and Strogatz: a circle of neighbourhoods of {@code degree}, a tenth of its links rewired at random. */
    List<Edge> smallWorld() {
        return draw(new WattsStrogatzGraphGenerator<>(nodes, degree, REWIRED, seed));
    }

    /** Barabási and Albert: newcomers join half of {@code degree} nodes, rather those with many links than those with few. */
    List<Edge> scaleFree() {
        int each = degree / 2;
        return draw(new BarabasiAlbertGraphGenerator<>(each + 1, each, nodes, seed));
    }

    private List<Edge> draw(GraphGenerator<Integer, DefaultEdge, Integer> generator) {
        Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(
                SupplierUtil.createIntegerSupplier(), SupplierUtil.createDefaultEdgeSupplier(), false);
        generator.generateGraph(graph);
        joinParts(graph, new Random(seed));
        return graph.edgeSet().stream()
                .map(edge -> Edge.of(graph.getEdgeSource(edge), graph.getEdgeTarget(edge)))
                .toList();
    }

    /** Joins what hangs together to one graph, by as few further links as it takes. */
    static void joinParts(Graph<Integer, DefaultEdge> graph, Random random) {
        List<Integer> joined = new ArrayList<>();
        for (Set<Integer> part : new ConnectivityInspector<>(graph).connectedSets()) {
            List<Integer> members = part.stream().sorted().toList();
            if (!joined.isEmpty()) {
                graph.addEdge(joined.get(random.nextInt(joined.size())), members.get(random.nextInt(members.size())));
            }
            joined.addAll(members);
        }
    }
}

package org.polytorus.simulator.testnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
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
        joinParts(graph, _ -> true, new Random(seed));
        return graph.edgeSet().stream()
                .map(edge -> Edge.of(graph.getEdgeSource(edge), graph.getEdgeTarget(edge)))
                .toList();
    }

    /**
     * Joins what hangs together to one graph, by as few further links as it takes.
     *
     * @param mayBeDialled of the two ends of a link at least one; the first vertex always
     */
    static void joinParts(Graph<Integer, DefaultEdge> graph, IntPredicate mayBeDialled, Random random) {
        List<Integer> joined = new ArrayList<>();
        for (Set<Integer> part : new ConnectivityInspector<>(graph).connectedSets()) {
            List<Integer> members = part.stream().sorted().toList();
            if (!joined.isEmpty()) {
                int one = oneOf(joined, random);
                int other = oneOf(members, random);
                boolean nobodyIsDialled = !mayBeDialled.test(one) && !mayBeDialled.test(other);
                graph.addEdge(
                        nobodyIsDialled
                                ? oneOf(
                                        joined.stream()
                                                .filter(mayBeDialled::test)
                                                .toList(),
                                        random)
                                : one,
                        other);
            }
            joined.addAll(members);
        }
    }

    private static int oneOf(List<Integer> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}

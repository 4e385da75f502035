package org.polytorus.simulator.testnet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.generate.RandomRegularGraphGenerator;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.util.SupplierUtil;
import org.polytorus.simulator.testnet.Topology.Edge;

/** Draws a connected graph in which every node has the same number of neighbours. */
final class RandomRegular {
    /** Random graphs of degree 3 and more are nearly always connected; a few draws are enough to see it. */
    private static final int MAX_DRAWS = 50;

    private final int nodes;
    private final int degree;
    private final Random random;

    /** Takes sizes that {@link Topology#problem} accepts. */
    RandomRegular(int nodes, int degree, long seed) {
        this.nodes = nodes;
        this.degree = degree;
        this.random = new Random(seed);
    }

    List<Edge> edges() {
        // A graph of which everyone has more than half for neighbours is always connected. Drawing it edge by edge
        // meets dead ends all the time; drawing what it lacks does not.
        if (2 * degree >= nodes) {
            return complement(draw(nodes - 1 - degree));
        }
        // A connected graph of degree 2 is a circle, which a random order of the nodes gives at once.
        for (int i = 0; i < MAX_DRAWS && degree > 2; i++) {
            Graph<Integer, DefaultEdge> graph = draw(degree);
            if (new ConnectivityInspector<>(graph).isConnected()) {
                return edgesOf(graph);
            }
        }
        return shuffledCirculant();
    }

    private Graph<Integer, DefaultEdge> draw(int drawnDegree) {
        Supplier<Integer> numbers = SupplierUtil.createIntegerSupplier();
        Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(numbers, SupplierUtil.createDefaultEdgeSupplier(), false);
        new RandomRegularGraphGenerator<Integer, DefaultEdge>(nodes, drawnDegree, random).generateGraph(graph);
        return graph;
    }

    private static List<Edge> edgesOf(Graph<Integer, DefaultEdge> graph) {
        return graph.edgeSet().stream()
                .map(edge -> Edge.of(graph.getEdgeSource(edge), graph.getEdgeTarget(edge)))
                .toList();
    }

    private List<Edge> complement(Graph<Integer, DefaultEdge> graph) {
        BitSet taken = new BitSet(nodes * nodes);
        for (Edge edge : edgesOf(graph)) {
            taken.set(edge.later() * nodes + edge.earlier());
        }
        List<Edge> edges = new ArrayList<>();
        for (int later = 1; later < nodes; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (!taken.get(later * nodes + earlier)) {
                    edges.add(new Edge(later, earlier));
                }
            }
        }
        return edges;
    }

    /** A circle in random order, each node joined to the nearest ones on both sides, and to its opposite if odd. */
    private List<Edge> shuffledCirculant() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            for (int step = 1; step <= degree / 2; step++) {
                edges.add(Edge.of(order.get(i), order.get((i + step) % nodes)));
            }
            if (degree % 2 == 1 && i < nodes / 2) {
                edges.add(Edge.of(order.get(i), order.get(i + nodes / 2)));
            }
        }
        return edges;
    }
}

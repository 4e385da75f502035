package org.polytorus.simulator.testnet;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.polytorus.simulator.testnet.Topology.Edge;

/**
 * Draws who is joined to whom in a testnet of regions: each node dials half of its neighbours, which are drawn evenly among
 * those that it may dial; others dial it as often on average. So do Bitcoin's nodes, of which each dials eight. What comes out
 * in several parts is joined by as few further links as it takes.
 */
final class RegionalGraph {
    /** A draw that meets the node itself, or a neighbour, is repeated; after so many only few are left, if any. */
    private static final int MAX_TRIES = 60;

    private final int[] sizes;
    private final int nodes;
    private final BitSet mayBeDialled;
    private final int degree;
    private final OptionalInt abroad;
    private final Random random;
    private final Graph<Integer, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);

    /**
     * Takes what {@link Regions#problem} accepts: the sizes of the regions, of which the first has the first nodes.
     *
     * @param dialled how many of each region, its first ones, may be dialled
     */
    RegionalGraph(int[] sizes, int[] dialled, int degree, OptionalInt abroad, long seed) {
        this.sizes = sizes.clone();
        this.degree = degree;
        this.abroad = abroad;
        this.random = new Random(seed);
        int count = 0;
        for (int size : sizes) {
            count += size;
        }
        nodes = count;
        mayBeDialled = new BitSet(nodes);
        int first = 0;
        for (int region = 0; region < sizes.length; region++) {
            mayBeDialled.set(first, first + dialled[region]);
            first += sizes[region];
        }
    }

    /** Who dials whom: a node that nobody may dial its neighbour, of two others the later one the earlier. */
    record Dial(int from, int to) {}

    List<Dial> dials() {
        for (int node = 0; node < nodes; node++) {
            graph.addVertex(node);
        }
        int first = 0;
        for (int size : sizes) {
            for (int node = first; node < first + size; node++) {
                dial(node, first, size);
            }
            first += size;
        }
        RandomShapes.joinParts(graph, mayBeDialled::get, random);
        return graph.edgeSet().stream()
                .map(edge -> Edge.of(graph.getEdgeSource(edge), graph.getEdgeTarget(edge)))
                .sorted()
                .map(edge -> mayBeDialled.get(edge.earlier())
                        ? new Dial(edge.later(), edge.earlier())
                        : new Dial(edge.earlier(), edge.later()))
                .toList();
    }

    /** @param first the first node of the region in which the node lives, which has {@code size} of them */
    private void dial(int node, int first, int size) {
        if (abroad.isEmpty()) {
            dial(node, half(degree, node), 0, nodes);
        } else {
            dial(node, half(degree - abroad.getAsInt(), node), first, size);
            dial(node, half(abroad.getAsInt(), node), first + size, nodes - size);
        }
    }

    /** Of an odd number, every second node dials the greater half. */
    private static int half(int number, int node) {
        return (number + node % 2) / 2;
    }

    /** @param first the first that may be dialled of {@code choice} nodes, with the first of all behind the last */
    private void dial(int node, int count, int first, int choice) {
        int wanted = Math.min(count, choice);
        long mostTries = (long) MAX_TRIES * wanted * nodes / mayBeDialled.cardinality();
        for (long tries = mostTries; wanted > 0 && tries > 0; tries--) {
            int other = (first + random.nextInt(choice)) % nodes;
            if (other != node && mayBeDialled.get(other) && graph.addEdge(node, other) != null) {
                wanted--;
            }
        }
    }
}

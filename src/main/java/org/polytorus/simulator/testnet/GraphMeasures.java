package org.polytorus.simulator.testnet;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/**
 * What the shape of a network says about its strength.
 *
 * @param components how many parts there are, none of which reaches another
 * @param diameter the most hops from any node to any other, within the parts
 * @param isDiameterExact whether all nodes were looked from; if not, the diameter is the most that a sample of them saw, and
 *     may be more, at most twice as much in a network of one part
 * @param meanDegree links of a node, on average
 * @param minDegree the fewest links that a node has
 * @param maxDegree the most links that a node has
 * @param clustering how often two neighbours of a node are neighbours themselves, 0 to 1; the mean over all nodes
 * @param bridges links of which the loss of one splits a part
 * @param articulationPoints nodes of which the loss of one splits a part
 */
public record GraphMeasures(
        int components,
        int diameter,
        boolean isDiameterExact,
        double meanDegree,
        int minDegree,
        int maxDegree,
        double clustering,
        List<LinkId> bridges,
        List<NodeName> articulationPoints) {

    public GraphMeasures {
        bridges = List.copyOf(bridges);
        articulationPoints = List.copyOf(articulationPoints);
    }

    /** Whether the loss of a single link or node would split a part of the network. */
    public boolean isOneCutFromPartition() {
        return !bridges.isEmpty() || !articulationPoints.isEmpty();
    }

    /** Measures a testnet as it is, like {@link #of(Collection, Collection)}. */
    public static GraphMeasures of(TestnetSnapshot snapshot) {
        return of(TestnetGraph.of(snapshot));
    }

    /** Measures a testnet as it was, like {@link #of(Collection, Collection)}. */
    public static GraphMeasures of(TestnetGraph graph) {
        return of(graph.nodes(), graph.links());
    }

    /**
     * Measures a network. A thousand nodes take some hundredths of a second and ten thousand well under one, since the work
     * for the diameter is bounded: not for every frame of a large one.
     *
     * @param nodes all nodes, joined or not
     * @param links between these nodes; others are passed over
     */
    public static GraphMeasures of(Collection<NodeName> nodes, Collection<LinkId> links) {
        List<NodeName> names = List.copyOf(new TreeSet<>(nodes));
        Neighbours neighbours = Neighbours.of(names, links);
        WeakSpots weak = new WeakSpots(neighbours.ofEach());
        Neighbours.Farthest farthest = neighbours.farthest();
        return new GraphMeasures(
                weak.components(),
                farthest.hops(),
                farthest.exact(),
                neighbours.meanDegree(),
                neighbours.minDegree(),
                neighbours.maxDegree(),
                neighbours.clustering(),
                weak.bridges().stream()
                        .map(bridge -> LinkId.of(names.get(bridge.from()), names.get(bridge.to())))
                        .sorted()
                        .toList(),
                weak.articulationPoints().stream().mapToObj(names::get).toList());
    }
}

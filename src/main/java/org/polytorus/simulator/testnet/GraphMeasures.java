package org.polytorus.simulator.testnet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/**
 * What the shape of a network says about its strength.
 *
 * @param components how many parts there are, none of which reaches another
 * @param diameter the most hops from any node to any other, within the parts
 * @param meanDegree links of a node, on average
 * @param clustering how often two neighbours of a node are neighbours themselves, 0 to 1
 * @param bridges links of which the loss of one splits a part
 * @param articulationPoints nodes of which the loss of one splits a part
 */
public record GraphMeasures(
        int components,
        int diameter,
        double meanDegree,
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

    /**
     * Measures a network. Takes time in the order of nodes × links: not for every frame of a large one.
     *
     * @param nodes all nodes, joined or not
     * @param links between these nodes; others are passed over
     */
    public static GraphMeasures of(Collection<NodeName> nodes, Collection<LinkId> links) {
        Graph<NodeName, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        nodes.forEach(graph::addVertex);
        for (LinkId link : links) {
            if (graph.containsVertex(link.a()) && graph.containsVertex(link.b())) {
                graph.addEdge(link.a(), link.b());
            }
        }
        BiconnectivityInspector<NodeName, DefaultEdge> inspector = new BiconnectivityInspector<>(graph);
        Set<LinkId> bridges = new TreeSet<>();
        inspector
                .getBridges()
                .forEach(edge -> bridges.add(LinkId.of(graph.getEdgeSource(edge), graph.getEdgeTarget(edge))));
        int count = Math.max(1, graph.vertexSet().size());
        return new GraphMeasures(
                inspector.getConnectedComponents().size(),
                diameter(graph),
                2.0 * graph.edgeSet().size() / count,
                graph.vertexSet().isEmpty() ? 0 : new ClusteringCoefficient<>(graph).getAverageClusteringCoefficient(),
                List.copyOf(bridges),
                List.copyOf(new TreeSet<>(inspector.getCutpoints())));
    }

    private static int diameter(Graph<NodeName, DefaultEdge> graph) {
        BFSShortestPath<NodeName, DefaultEdge> search = new BFSShortestPath<>(graph);
        double most = 0;
        for (NodeName from : graph.vertexSet()) {
            SingleSourcePaths<NodeName, DefaultEdge> paths = search.getPaths(from);
            for (NodeName to : graph.vertexSet()) {
                double hops = paths.getWeight(to);
                most = hops < Double.POSITIVE_INFINITY ? Math.max(most, hops) : most;
            }
        }
        return (int) most;
    }
}

package org.polytorus.simulator.app.run;

import java.util.List;
import java.util.Locale;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GraphMeasures;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * The shape in which the running nodes were joined at the end, by the links that carried traffic.
 *
 * @param diameter the most hops from a node to another
 * @param diameterExact whether all nodes were looked from; if not, the diameter may be more
 * @param clustering how often two neighbours of a node are neighbours themselves, 0 to 1
 * @param bridges the ends of each link of which the loss would split the network
 * @param articulationPoints the nodes of which the loss would
 */
public record GraphSummary(
        int diameter,
        boolean diameterExact,
        double meanDegree,
        int minDegree,
        int maxDegree,
        double clustering,
        List<List<String>> bridges,
        List<String> articulationPoints) {

    public GraphSummary {
        bridges = bridges.stream().map(List::copyOf).toList();
        articulationPoints = List.copyOf(articulationPoints);
    }

    static GraphSummary of(TestnetSnapshot snapshot) {
        GraphMeasures measures = GraphMeasures.of(snapshot);
        return new GraphSummary(
                measures.diameter(),
                measures.isDiameterExact(),
                measures.meanDegree(),
                measures.minDegree(),
                measures.maxDegree(),
                measures.clustering(),
                measures.bridges().stream()
                        .map(link -> List.of(link.a().value(), link.b().value()))
                        .toList(),
                measures.articulationPoints().stream().map(NodeName::value).toList());
    }

    /** The measures in one line. */
    String line() {
        return String.format(
                Locale.ROOT,
                "Graph: diameter %d%s, mean degree %.1f (%d to %d), clustering %.2f, %s, %s",
                diameter,
                diameterExact ? "" : " or more (not measured from every node)",
                meanDegree,
                minDegree,
                maxDegree,
                clustering,
                count(bridges.size(), "bridge", "bridges"),
                count(
                        articulationPoints.size(),
                        "node whose loss splits it",
                        "nodes of which the loss of one splits it"));
    }

    private static String count(int number, String one, String more) {
        return number == 0 ? "no " + one : number + " " + (number == 1 ? one : more);
    }
}

package org.polytorus.simulator.testnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.app.Snapshots;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

class GraphMeasuresTest {
    @Test
    void aRingHasNoWeakSpotAndALineHasNothingElse() {
        GraphMeasures ring = measure(Topology.RING, 6, 0);
        assertThat(ring.isOneCutFromPartition()).isFalse();
        assertThat(ring.diameter()).isEqualTo(3);
        assertThat(ring.meanDegree()).isEqualTo(2);

        GraphMeasures line = measure(Topology.LINE, 4, 0);
        assertThat(line.isOneCutFromPartition()).isTrue();
        assertThat(line.bridges())
                .extracting(LinkId::toString)
                .containsExactly("node1–node2", "node2–node3", "node3–node4");
        assertThat(line.articulationPoints()).extracting(NodeName::value).containsExactly("node2", "node3");
        assertThat(line.diameter()).isEqualTo(3);
    }

    @Test
    void everyNeighbourOfAFullMeshKnowsEveryOther() {
        GraphMeasures mesh = measure(Topology.FULL_MESH, 5, 0);

        assertThat(mesh.clustering()).isCloseTo(1, within(1e-9));
        assertThat(mesh.diameter()).isEqualTo(1);
        assertThat(mesh.components()).isEqualTo(1);
    }

    @Test
    void diameterIsTakenWithinThePartsOfASplitNetwork() {
        List<NodeName> names = GeneratedTestnet.names(5);
        GraphMeasures split = GraphMeasures.of(names, List.of(link(0, 1, names), link(1, 2, names), link(3, 4, names)));

        assertThat(split.components()).isEqualTo(2);
        assertThat(split.diameter()).isEqualTo(2);
    }

    @Test
    void degreesAreToldFromTheFewestToTheMost() {
        GraphMeasures star = measure(Topology.STAR, 5, 0);

        assertThat(star.minDegree()).isEqualTo(1);
        assertThat(star.maxDegree()).isEqualTo(4);
        assertThat(star.meanDegree()).isEqualTo(1.6);
    }

    /** node1 to node3 are a triangle, node4 hangs on node1: shares of 1/3, 1, 1 and, with one neighbour, 0. */
    @Test
    void clusteringIsTheMeanOfAllNodesShares() {
        List<NodeName> names = GeneratedTestnet.names(4);
        GraphMeasures kite = GraphMeasures.of(
                names, List.of(link(0, 1, names), link(1, 2, names), link(0, 2, names), link(0, 3, names)));

        assertThat(kite.clustering()).isCloseTo((1 / 3.0 + 1 + 1) / 4, within(1e-12));
    }

    @Test
    void diameterOfALargeNetworkIsSearchedFromSomeOfItsNodesAndSaysSo() {
        assertThat(measure(Topology.RING, 1_000, 0).isDiameterExact()).isTrue();
        List<NodeName> names = GeneratedTestnet.names(6_000);
        GraphMeasures ring = GraphMeasures.of(
                names,
                IntStream.range(0, 6_000)
                        .mapToObj(i -> link(i, (i + 1) % 6_000, names))
                        .toList());

        assertThat(ring.isDiameterExact()).isFalse();
        assertThat(ring.diameter()).isEqualTo(3_000);
        assertThat(ring.bridges()).isEmpty();
    }

    /** JGraphT finds the same in another way, as far as its stack allows. */
    @Test
    void weakSpotsAndClusteringAreThoseThatJGraphTFinds() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            List<NodeName> names = GeneratedTestnet.names(1 + random.nextInt(25));
            List<LinkId> links = new ArrayList<>();
            for (int i = random.nextInt(2 * names.size()); i > 0 && names.size() > 1; i--) {
                int one = random.nextInt(names.size());
                links.add(link(one, (one + 1 + random.nextInt(names.size() - 1)) % names.size(), names));
            }
            Graph<NodeName, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
            names.forEach(graph::addVertex);
            links.forEach(link -> graph.addEdge(link.a(), link.b()));
            BiconnectivityInspector<NodeName, DefaultEdge> inspector = new BiconnectivityInspector<>(graph);

            GraphMeasures measures = GraphMeasures.of(names, links);

            assertThat(measures.components())
                    .isEqualTo(inspector.getConnectedComponents().size());
            assertThat(measures.articulationPoints())
                    .containsExactlyElementsOf(new TreeSet<>(inspector.getCutpoints()));
            assertThat(measures.bridges())
                    .containsExactlyElementsOf(inspector.getBridges().stream()
                            .map(edge -> LinkId.of(graph.getEdgeSource(edge), graph.getEdgeTarget(edge)))
                            .sorted()
                            .toList());
            assertThat(measures.clustering())
                    .isCloseTo(new ClusteringCoefficient<>(graph).getAverageClusteringCoefficient(), within(1e-9));
        }
    }

    @Test
    void onlyRunningNodesAndLinksThatCarryTrafficCount() {
        TestnetSnapshot line = Snapshots.line("alice", "bob", "carol");
        assertThat(GraphMeasures.of(line).diameter()).isEqualTo(2);
        LinkSnapshot second = line.links().getLast();
        TestnetSnapshot silent = Altered.copy(
                line,
                "links",
                List.of(line.links().getFirst(), Altered.copy(second, "state", LinkSnapshot.State.SILENT)));

        GraphMeasures measures = GraphMeasures.of(silent);

        assertThat(measures.components()).isEqualTo(2);
        assertThat(measures.bridges()).extracting(LinkId::toString).containsExactly("alice–bob");
        GraphMeasures withoutCarol = GraphMeasures.of(Snapshots.failing(line, "carol", "gone"));
        assertThat(withoutCarol.components()).isEqualTo(1);
        assertThat(withoutCarol.maxDegree()).isEqualTo(1);
    }

    @Test
    void noNodesAndLoneNodesCanBeMeasuredToo() {
        assertThat(GraphMeasures.of(List.of(), List.of()).components()).isZero();
        GraphMeasures lone = GraphMeasures.of(GeneratedTestnet.names(2), List.of());
        assertThat(lone.components()).isEqualTo(2);
        assertThat(lone.meanDegree()).isZero();
        assertThat(lone.clustering()).isZero();
    }

    private static GraphMeasures measure(Topology topology, int nodes, int degree) {
        List<NodeName> names = GeneratedTestnet.names(nodes);
        return GraphMeasures.of(
                names,
                topology.links(names, degree, 1).stream().map(LinkSpec::id).toList());
    }

    private static LinkId link(int one, int other, List<NodeName> names) {
        return LinkId.of(names.get(one), names.get(other));
    }
}

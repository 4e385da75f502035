package org.polytorus.simulator.testnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
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

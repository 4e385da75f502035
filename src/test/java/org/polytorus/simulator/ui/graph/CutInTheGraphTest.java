package org.polytorus.simulator.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.PartitionFixtures;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** What the picture shows of a partition. */
class CutInTheGraphTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final NodeName THREE = new NodeName("node3");
    private static final LinkId CUT = LinkId.of(ONE, TWO);

    @Test
    void aCutLinkLooksCutWhateverBecomesOfItsConnectionUnlessItIsDroppedByHand() {
        for (LinkSnapshot.State state : LinkSnapshot.State.values()) {
            LinkLook expected = state == LinkSnapshot.State.DROPPED ? LinkLook.DROPPED : LinkLook.CUT;
            assertThat(cutLink(false, state).look()).isEqualTo(expected);
        }
    }

    @Test
    void aSplitOneWaySwallowsMessagesThatWayOnly() {
        GraphScene.LinkMark link = cutLink(true, LinkSnapshot.State.SILENT);
        assertThat(link.cut()).isEqualTo(CutLook.of(EnumSet.of(CUT.from(ONE))));
        assertThat(link.aSwallowed()).isEqualTo(CUT.from(ONE) == Direction.A_TO_B);
        assertThat(link.bSwallowed()).isEqualTo(CUT.from(ONE) == Direction.B_TO_A);
    }

    @Test
    void theSidesAreMarkedWithTheirNodesAndLinksInsideAreLeftAsTheyAre() {
        GraphScene scene = scene(false, LinkSnapshot.State.SILENT);
        assertThat(scene.sides())
                .containsExactly(new SideMark("west", 0, List.of(0)), new SideMark("east", 1, List.of(1, 2)));
        assertThat(scene.links().get(scene.indexOf(LinkId.of(TWO, THREE))).look())
                .isEqualTo(LinkLook.CONNECTED);
    }

    @Test
    void theTipSaysWhichPartitionCutsALink() {
        assertThat(Describe.tip(snapshot(false, LinkSnapshot.State.CONNECTING), new Selection.OfLink(CUT)))
                .isEqualTo("node1–node2\nCut by storm");
    }

    private static GraphScene.LinkMark cutLink(boolean oneWay, LinkSnapshot.State state) {
        GraphScene scene = scene(oneWay, state);
        return scene.links().get(scene.indexOf(CUT));
    }

    private static GraphScene scene(boolean oneWay, LinkSnapshot.State state) {
        return GraphScene.of(snapshot(oneWay, state), new TipColours(8));
    }

    private static TestnetSnapshot snapshot(boolean oneWay, LinkSnapshot.State state) {
        Partition partition = new Partition(
                "storm",
                List.of(new NodeGroup("west", List.of(ONE)), new NodeGroup("east", List.of(TWO, THREE))),
                oneWay);
        return PartitionFixtures.split(
                SnapshotFixtures.ring(3).state("node1", "node2", state).build(),
                new PartitionSnapshot(partition, List.of(CUT, LinkId.of(ONE, THREE)), 0),
                PropagationSnapshot.NONE);
    }
}

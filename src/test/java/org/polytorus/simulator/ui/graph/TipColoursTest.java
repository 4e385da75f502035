package org.polytorus.simulator.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.SnapshotFixtures;

class TipColoursTest {
    private static final int COLOURS = 8;
    private final TipColours colours = new TipColours(COLOURS);

    @Test
    void theTipOfMostNodesHasTheAccentAndForksHaveOthers() {
        Map<Hash, Integer> rings = assign(follow(5, 1, 1, 1, 2, 3));

        assertThat(rings.get(SnapshotFixtures.tip(1))).isEqualTo(TipColours.MAJORITY);
        assertThat(rings.values()).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void aForkKeepsItsRingWhileBothChainsGrow() {
        int fork = ringOf(assign(follow(5, 1, 1, 1, 2, 2)), 2);
        for (int round = 1; round <= 20; round++) {
            int grown = 100 * round;
            Map<Hash, Integer> rings = assign(follow(5, grown, grown, grown, grown + 1, grown + 1));
            assertThat(ringOf(rings, grown)).isEqualTo(TipColours.MAJORITY);
            assertThat(ringOf(rings, grown + 1)).isEqualTo(fork);
        }
    }

    @Test
    void halvesOfEqualSizeDoNotSwapTheirRings() {
        Map<Hash, Integer> start = assign(follow(4, 1, 1, 2, 2));
        boolean firstLeads = ringOf(start, 1) == TipColours.MAJORITY;
        for (int round = 1; round <= 20; round++) {
            int grown = 100 * round;
            Map<Hash, Integer> rings = assign(follow(4, grown, grown, grown + 1, grown + 1));
            assertThat(ringOf(rings, grown) == TipColours.MAJORITY).isEqualTo(firstLeads);
        }
    }

    @Test
    void aChainOnItsWayToItsFollowersKeepsItsMajority() {
        assign(follow(6, 1, 1, 1, 2, 2, 1));
        SnapshotFixtures spreading =
                follow(6, 1, 1, 1, 2, 2, 1).follows("node1", 9, 2, 1).follows("node2", 8, 2, 1);

        Map<Hash, Integer> rings = assign(spreading);

        assertThat(ringOf(rings, 2)).as("two nodes on another chain").isNotEqualTo(TipColours.MAJORITY);
    }

    @Test
    void moreTipsThanColoursStillHaveDifferentRings() {
        SnapshotFixtures many = SnapshotFixtures.nodes(20);
        for (int i = 1; i <= 20; i++) {
            many.follows("node" + i, i, 5);
        }
        assertThat(assign(many).values()).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void stoppedNodesDoNotCount() {
        SnapshotFixtures stopped =
                follow(3, 1, 2, 2).state("node2", NodeSnapshot.State.STOPPED).state("node3", NodeSnapshot.State.FAILED);

        assertThat(assign(stopped)).containsOnlyKeys(SnapshotFixtures.tip(1));
    }

    private Map<Hash, Integer> assign(SnapshotFixtures fixtures) {
        return colours.assign(fixtures.build().nodes());
    }

    private static SnapshotFixtures follow(int count, int... tips) {
        SnapshotFixtures made = SnapshotFixtures.nodes(count);
        for (int i = 0; i < tips.length; i++) {
            made.follows("node" + (i + 1), tips[i], 1);
        }
        return made;
    }

    private static int ringOf(Map<Hash, Integer> rings, int tip) {
        return rings.getOrDefault(SnapshotFixtures.tip(tip), -1);
    }
}

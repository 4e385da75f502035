package org.polytorus.simulator.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.PartitionFixtures;
import org.polytorus.simulator.testnet.SnapshotFixtures;

class GraphWordsTest {
    @Test
    void aLinkWithoutConditionsSaysNothing() {
        assertThat(label(SnapshotFixtures.ring(2))).isEmpty();
    }

    @Test
    void equalLatencyBothWaysIsOneFigure() {
        assertThat(label(SnapshotFixtures.ring(2).latency("node1", "node2", 200).latency("node2", "node1", 200)))
                .isEqualTo("200 ms");
    }

    @Test
    void differentLatencyIsTwoFigures() {
        assertThat(label(SnapshotFixtures.ring(2).latency("node1", "node2", 200).latency("node2", "node1", 50)))
                .isEqualTo("200/50 ms");
        assertThat(label(SnapshotFixtures.ring(2).latency("node2", "node1", 50)))
                .isEqualTo("0/50 ms");
    }

    @Test
    void lossAndBandwidthAreSaid() {
        assertThat(label(SnapshotFixtures.ring(2)
                        .conditions(
                                "node1",
                                "node2",
                                conditions -> conditions
                                        .but()
                                        .loss(0.025)
                                        .bandwidth(new Bandwidth(1_500_000))
                                        .build())))
                .isEqualTo("2.5/0 % loss · 1.5 Mbit/s/–");
    }

    @Test
    void aBlackHoleIsSaidWithTheDirectionThatItSwallows() {
        assertThat(label(SnapshotFixtures.ring(2)
                        .conditions(
                                "node2", "node1", of -> of.but().blackHole(true).build())))
                .isEqualTo("black hole back");
        assertThat(label(SnapshotFixtures.ring(2)
                        .conditions(
                                "node1", "node2", of -> of.but().blackHole(true).build())))
                .isEqualTo("black hole there");
    }

    @Test
    void aLinkWithManyConditionsShowsTwoAndHowManyMoreAndTheTipTellsAll() {
        var fixtures = SnapshotFixtures.ring(2)
                .conditions(
                        "node1",
                        "node2",
                        conditions -> conditions
                                .but()
                                .latency(Duration.ofMillis(80))
                                .loss(0.05)
                                .corruption(0.02)
                                .duplication(0.01)
                                .closeDelay(Duration.ofMillis(300))
                                .build());
        var link = fixtures.build().links().getFirst();
        assertThat(ConditionText.shortened(link)).isEqualTo("80/0 ms · 5/0 % loss +3");
        assertThat(Describe.tip(fixtures.build(), new Selection.OfLink(link.id())))
                .endsWith("80/0 ms · 5/0 % loss · 2/0 % corrupted · 1/0 % twice · 300/0 ms late close");
    }

    @Test
    void theTipTellsWhyANodeThinksThatItIsCutOff() {
        var snapshot = PartitionFixtures.suspecting(
                SnapshotFixtures.ring(3).build(), "node2", 0, "2 of 2 peers were lost", "no block has come");
        assertThat(Describe.tip(snapshot, new Selection.OfNode(new NodeName("node2"))))
                .endsWith("\nMay be cut off: 2 of 2 peers were lost;\nno block has come");
        assertThat(GraphScene.of(snapshot, new TipColours(7)).nodes())
                .extracting(GraphScene.NodeMark::suspicious)
                .containsExactly(false, true, false);
    }

    @Test
    void theTipNamesNodeAndState() {
        var snapshot = SnapshotFixtures.ring(3)
                .state("node2", NodeSnapshot.State.FAILED)
                .state("node1", "node3", LinkSnapshot.State.DROPPED)
                .build();

        assertThat(Describe.tip(snapshot, new Selection.OfNode(new NodeName("node1"))))
                .startsWith("node1\nRunning, healthy\nHeight 0");
        assertThat(Describe.tip(snapshot, new Selection.OfNode(new NodeName("node2"))))
                .startsWith("node2\nFailed to start\nPort 8001");
        assertThat(Describe.tip(
                        snapshot, new Selection.OfLink(LinkId.of(new NodeName("node1"), new NodeName("node3")))))
                .isEqualTo("node1–node3\nDropped by you");
        assertThat(Describe.spoken(snapshot, Selection.NONE)).startsWith("Testnet test: 3 nodes, 3 links, ");
    }

    @Test
    void aLongNameLosesItsMiddle() {
        assertThat(Lettering.shortened("a-validator-with-a-long-name-0001", 18)).isEqualTo("a-validat…ame-0001");
        assertThat(Lettering.shortened("node1", 18)).isEqualTo("node1");
        assertThat(Lettering.shortened("😀".repeat(30), 5)).isEqualTo("😀😀…😀😀");
    }

    @Test
    void aLargeHeightFitsIntoANode() {
        assertThat(Lettering.height(9_999)).isEqualTo("9999");
        assertThat(Lettering.height(12_345)).isEqualTo("12k");
        assertThat(Lettering.height(3_000_000)).isEqualTo("3M");
    }

    @Test
    void labelsNeverLieOnNodesOrOnEachOther() {
        LabelRoom room = new LabelRoom(800, 600);
        room.block(100, 100, 20);

        assertThat(room.take(100, 112, 60, 14)).isFalse();
        assertThat(room.take(100, 130, 60, 14)).isTrue();
        assertThat(room.take(140, 135, 60, 14)).isFalse();
        assertThat(room.take(900, 700, 60, 14)).as("outside").isFalse();
    }

    private static String label(SnapshotFixtures fixtures) {
        return ConditionText.of(fixtures.build().links().getFirst());
    }
}

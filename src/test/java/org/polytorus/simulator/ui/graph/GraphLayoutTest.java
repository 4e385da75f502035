package org.polytorus.simulator.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetSnapshot;

class GraphLayoutTest {
    private static final int MOST_STEPS = 1_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 50, 200, 1000})
    void comesToRestAtFinitePlacesApart(int count) {
        GraphLayout layout = settled(SnapshotFixtures.random(count, count > 3 ? 3 * count : 0, 7));

        assertThat(layout.settled()).isTrue();
        for (int i = 0; i < count; i++) {
            assertThat(layout.x(i)).isFinite();
            assertThat(layout.y(i)).isFinite();
        }
        assertThat(smallestDistance(layout)).isGreaterThan(GraphLayout.SPACING * 0.1);
    }

    @Test
    void nodesWithoutAnyLinkStayInReach() {
        GraphLayout layout = settled(SnapshotFixtures.nodes(60));

        Camera.Box box = layout.bounds();
        assertThat(box.maxX() - box.minX()).isLessThan(60 * GraphLayout.SPACING);
        assertThat(smallestDistance(layout)).isGreaterThan(GraphLayout.SPACING);
    }

    @Test
    void theSameNamesAndLinksGiveTheSamePlaces() {
        assertThat(places(settled(SnapshotFixtures.random(50, 120, 1))))
                .isEqualTo(places(settled(SnapshotFixtures.random(50, 120, 1))));
    }

    @Test
    void placesDoNotDependOnHowTheWorkIsCut() {
        GraphLayout whole = settled(SnapshotFixtures.random(50, 120, 1));
        GraphLayout cut = graph(SnapshotFixtures.random(50, 120, 1).build(), new GraphLayout());
        for (int i = 0; i < 100 * MOST_STEPS && !cut.settled(); i++) {
            cut.advance(100);
        }

        assertThat(places(cut)).isEqualTo(places(whole));
    }

    @Test
    void onePieceOfWorkAtAThousandNodesIsBounded() {
        GraphLayout layout = graph(SnapshotFixtures.random(1000, 3000, 1).build(), new GraphLayout());

        assertThat(layout.advance(100_000)).as("a whole step is 500,000 pairs").isFalse();
    }

    @Test
    void aRestingPictureStaysWhenTheSameGraphComesAgain() {
        GraphLayout layout = settled(SnapshotFixtures.ring(12));
        graph(SnapshotFixtures.ring(12).build(), layout);

        assertThat(layout.settled()).isTrue();
    }

    @Test
    void retriesOfALinkDoNotShakeThePicture() {
        GraphLayout layout = settled(SnapshotFixtures.ring(12).state("node1", "node2", LinkSnapshot.State.DOWN));
        graph(
                SnapshotFixtures.ring(12)
                        .state("node1", "node2", LinkSnapshot.State.CONNECTING)
                        .build(),
                layout);

        assertThat(layout.settled()).isTrue();
    }

    @Test
    void aPartitionOpensAGapWithoutAJump() {
        SnapshotFixtures whole = SnapshotFixtures.random(20, 50, 2);
        GraphLayout layout = settled(whole);
        double before = distanceOfHalves(layout);
        List<Double> start = places(layout);
        Set<String> cut = new LinkedHashSet<>();
        for (int i = 1; i <= 10; i++) {
            cut.add("node" + i);
        }
        graph(whole.cutOff(cut).build(), layout);
        layout.advance(Integer.MAX_VALUE);
        List<Double> afterOneStep = places(layout);
        rest(layout);

        for (int i = 0; i < start.size(); i++) {
            assertThat(Math.abs(afterOneStep.get(i) - start.get(i))).isLessThan(GraphLayout.SPACING / 4);
        }
        assertThat(distanceOfHalves(layout)).isGreaterThan(before + GraphLayout.SPACING);
    }

    @Test
    void aNewNodeAppearsBesideItsNeighboursAndTheOthersHardlyMove() {
        GraphLayout layout = settled(SnapshotFixtures.ring(8));
        double x = layout.x(0);
        double y = layout.y(0);
        graph(SnapshotFixtures.ring(8).node("node9").link("node9", "node1").build(), layout);

        assertThat(layout.x(0)).isEqualTo(x);
        assertThat(layout.y(0)).isEqualTo(y);
        assertThat(Math.hypot(layout.x(8) - x, layout.y(8) - y)).isLessThan(GraphLayout.SPACING);
        assertThat(layout.settled()).isFalse();
    }

    @Test
    void aPinnedNodeStaysWhereItWasPutUntilItIsReleased() {
        GraphLayout layout = settled(SnapshotFixtures.ring(5));
        layout.pin(2, 900, -700);
        rest(layout);
        assertThat(layout.x(2)).isEqualTo(900);
        assertThat(layout.y(2)).isEqualTo(-700);

        layout.release(2);
        rest(layout);
        assertThat(layout.bounds().maxX() - layout.bounds().minX()).isLessThan(4 * GraphLayout.SPACING);
    }

    private static GraphLayout settled(SnapshotFixtures fixtures) {
        GraphLayout layout = graph(fixtures.build(), new GraphLayout());
        rest(layout);
        return layout;
    }

    private static void rest(GraphLayout layout) {
        for (int i = 0; i < MOST_STEPS && !layout.settled(); i++) {
            layout.advance(Integer.MAX_VALUE);
        }
    }

    private static GraphLayout graph(TestnetSnapshot snapshot, GraphLayout layout) {
        GraphScene scene = GraphScene.of(snapshot, new TipColours(8));
        layout.setGraph(scene.names(), scene.ties());
        return layout;
    }

    private static List<Double> places(GraphLayout layout) {
        List<Double> places = new ArrayList<>();
        for (int i = 0; i < layout.size(); i++) {
            places.add(layout.x(i));
            places.add(layout.y(i));
        }
        return places;
    }

    private static double smallestDistance(GraphLayout layout) {
        double smallest = Double.MAX_VALUE;
        for (int i = 0; i < layout.size(); i++) {
            for (int j = i + 1; j < layout.size(); j++) {
                smallest = Math.min(smallest, Math.hypot(layout.x(i) - layout.x(j), layout.y(i) - layout.y(j)));
            }
        }
        return smallest;
    }

    /** Between the middles of the first and the second half of the nodes. */
    private static double distanceOfHalves(GraphLayout layout) {
        double dx = 0;
        double dy = 0;
        int half = layout.size() / 2;
        for (int i = 0; i < half; i++) {
            dx += (layout.x(i) - layout.x(i + half)) / half;
            dy += (layout.y(i) - layout.y(i + half)) / half;
        }
        return Math.hypot(dx, dy);
    }
}

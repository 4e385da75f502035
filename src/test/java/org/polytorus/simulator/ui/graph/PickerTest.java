package org.polytorus.simulator.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.ui.fx.Palette;

class PickerTest {
    private static final NodeName NODE_1 = new NodeName("node1");
    private static final NodeName NODE_2 = new NodeName("node2");
    private final Frame frame = pairAcross();

    @Test
    void aNodeIsPickedInsideAndAFewPixelsAroundIt() {
        double edge = frame.radius() + Picker.NODE_TOLERANCE - 0.5;
        assertThat(Picker.at(frame, 100, 200)).isEqualTo(new Selection.OfNode(NODE_1));
        assertThat(Picker.at(frame, 100 - edge, 200)).isEqualTo(new Selection.OfNode(NODE_1));
        assertThat(Picker.at(frame, 100 - edge - 1, 200)).isEqualTo(Selection.NONE);
    }

    @Test
    void aLinkIsPickedWithinSixPixels() {
        Selection link = new Selection.OfLink(LinkId.of(NODE_1, NODE_2));
        assertThat(Picker.at(frame, 250, 200)).isEqualTo(link);
        assertThat(Picker.at(frame, 250, 205.9)).isEqualTo(link);
        assertThat(Picker.at(frame, 250, 206.1)).isEqualTo(Selection.NONE);
    }

    @Test
    void aNodeComesBeforeTheLinkThatEndsInIt() {
        assertThat(Picker.at(frame, 110, 200)).isEqualTo(new Selection.OfNode(NODE_1));
    }

    @Test
    void aLinkEndsAtItsNodes() {
        assertThat(Picker.toSegment(7, 4, 0, 0, 4, 0)).isCloseTo(5, within(1e-9));
        assertThat(Picker.toSegment(3, 4, 0, 0, 0, 0)).isCloseTo(5, within(1e-9));
    }

    /** node1 at (100, 200) and node2 at (400, 200) on the screen. */
    private static Frame pairAcross() {
        GraphScene scene = GraphScene.of(SnapshotFixtures.ring(2).build(), new TipColours(8));
        GraphLayout layout = new GraphLayout();
        layout.setGraph(scene.names(), scene.ties());
        layout.pin(0, 100, 200);
        layout.pin(1, 400, 200);
        return new Frame(scene, layout, Camera.START, Palette.LIGHT);
    }
}

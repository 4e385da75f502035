package org.polytorus.simulator.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.fx.Palette;

/** A split of two hundred nodes whose sides lie all over each other. */
class CrowdedSplitTest {
    private static final double WIDTH = 890;
    private static final double HEIGHT = 390;
    private static final double NAME_WIDTH = 120;

    private final LabelRoom room = new LabelRoom(WIDTH, HEIGHT);
    private final Frame frame = frame();

    private static Frame frame() {
        TestnetSnapshot split = SplitPictures.split(
                SnapshotFixtures.random(200, 400, 5), false, "west", "east", "a-long-name-of-a-side");
        GraphScene scene = GraphScene.of(split, new TipColours(8));
        GraphLayout layout = new GraphLayout();
        layout.setGraph(split.nodes().stream().map(NodeSnapshot::name).toList(), List.of());
        return new Frame(scene, layout, CameraFit.of(layout.bounds(), WIDTH, HEIGHT, 0), Palette.LIGHT);
    }

    @BeforeEach
    void blockTheNodes() {
        for (int i = 0; i < frame.scene().nodes().size(); i++) {
            room.block(frame.x(i), frame.y(i), frame.radius());
        }
    }

    @Test
    void everySideHasItsNameWithinThePictureAndNoneOnAnother() {
        List<Point2D> places = new ArrayList<>();
        for (SideMark side : frame.scene().sides()) {
            Point2D at = SidePainter.place(side, NAME_WIDTH, frame, room).orElseThrow();
            assertThat(room.take(at.getX(), at.getY(), NAME_WIDTH, 18)).isTrue();
            assertThat(at.getX()).isBetween(NAME_WIDTH / 2, WIDTH - NAME_WIDTH / 2);
            assertThat(at.getY()).isBetween(9.0, HEIGHT - 9);
            places.add(at);
        }
        assertThat(places).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void noWallLiesOnANodeOrOnAnotherWall() {
        List<GraphScene.LinkMark> cuts = frame.scene().links().stream()
                .filter(link -> link.look() == LinkLook.CUT)
                .toList();
        List<Point2D> walls = cuts.stream()
                .filter(link -> LinkPainter.takesRoomForWall(link, frame, room))
                .map(this::middle)
                .toList();
        assertThat(walls).isNotEmpty().hasSizeLessThan(cuts.size());
        for (Point2D wall : walls) {
            assertThat(walls.stream().filter(other -> wall.distance(other) < 7)).hasSize(1);
        }
    }

    private Point2D middle(GraphScene.LinkMark link) {
        return new Point2D((frame.x(link.a()) + frame.x(link.b())) / 2, (frame.y(link.a()) + frame.y(link.b())) / 2);
    }
}

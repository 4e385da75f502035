package org.polytorus.simulator.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.ui.fx.Palette;
import org.polytorus.simulator.ui.graph.GraphView;
import org.polytorus.simulator.ui.graph.Selection;

/** A real testnet is split with the lasso and healed, as a person does it. */
final class SplitTestnetWindowTest extends RealWindowFixture {
    @BeforeEach
    void openTheSample() {
        openOnSockets("three-nodes.toml");
    }

    @Test
    void nodesThatALassoGoesAroundAreSplitOffSeenAsCutAndHealed() {
        until(() -> text("statusLinks").equals("3/3 links"));
        drawAroundTheWholeGraph();
        assertThat(graph().selectionProperty().get())
                .isEqualTo(Selection.of(
                        snapshot().nodes().stream().map(NodeSnapshot::name).toList()));
        assertThat(text("splitEffect")).isEqualTo("There are no others: these are all nodes.");
        assertThat(pixelsOf(Palette.LIGHT.link().cut())).isZero();

        robot.interact(() -> window().select(
                        Selection.of(List.of(snapshot().nodes().getFirst().name()))));
        robot.interact(() -> graph().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> snapshot().components().size() == 2);
        until(() -> text("statusComponents").equals("2 components"));
        until(() -> pixelsOf(Palette.LIGHT.link().cut()) > 20);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> snapshot().partitions().isEmpty());
        until(() -> text("statusComponents").equals("1 component"));
        until(() -> pixelsOf(Palette.LIGHT.link().cut()) == 0);
    }

    private void drawAroundTheWholeGraph() {
        robot.clickOn("#lassoToggle");
        Bounds bounds = onFx(() -> graph().localToScreen(graph().getBoundsInLocal()));
        robot.moveTo(new Point2D(bounds.getMinX() + 4, bounds.getMinY() + 4)).press(MouseButton.PRIMARY);
        robot.moveTo(new Point2D(bounds.getMaxX() - 4, bounds.getMinY() + 4));
        robot.moveTo(new Point2D(bounds.getMaxX() - 4, bounds.getMaxY() - 4));
        robot.moveTo(new Point2D(bounds.getMinX() + 4, bounds.getMaxY() - 4));
        robot.release(MouseButton.PRIMARY);
    }

    private int pixelsOf(Color colour) {
        WritableImage image = onFx(() -> graph().snapshot(null, null));
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found += image.getPixelReader().getColor(x, y).equals(colour) ? 1 : 0;
            }
        }
        return found;
    }

    private <T> T onFx(Supplier<T> action) {
        AtomicReference<T> result = new AtomicReference<>();
        robot.interact(() -> result.set(action.get()));
        return result.get();
    }

    private GraphView graph() {
        return find("graph", GraphView.class);
    }
}

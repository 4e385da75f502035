package org.polytorus.simulator.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.live.LiveTestnetFactory;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.fx.Palette;
import org.polytorus.simulator.ui.graph.GraphView;
import org.polytorus.simulator.ui.graph.Selection;
import org.polytorus.simulator.ui.shell.SimulatorWindow;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A real testnet is split with the lasso and healed, as a person does it. */
final class SplitTestnetWindowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final FxRobot robot = new FxRobot();
    private final AtomicReference<@Nullable Testnet> started = new AtomicReference<>();
    private final CountDownLatch exited = new CountDownLatch(1);
    private @Nullable SimulatorWindow window;
    private @Nullable Stage stage;

    @BeforeEach
    void openTheSample() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            Stage shown = new Stage();
            SimulatorWindow made = new SimulatorWindow(
                    shown,
                    spec -> {
                        Testnet testnet = new LiveTestnetFactory().start(spec);
                        started.set(testnet);
                        return testnet;
                    },
                    new DesktopServices(false, null, "test", exited::countDown));
            shown.setX(0);
            shown.setY(0);
            shown.setWidth(1_000);
            shown.setHeight(960);
            made.show();
            made.openFiles(List.of(Path.of("sample-configs", "three-nodes.toml")));
            window = made;
            stage = shown;
        });
    }

    @AfterEach
    void closeTheWindow() {
        Platform.runLater(() -> Objects.requireNonNull(window).close());
        await().atMost(PATIENCE).until(() -> exited.getCount() == 0);
    }

    @Test
    void nodesThatALassoGoesAroundAreSplitOffSeenAsCutAndHealed() {
        await().atMost(PATIENCE).until(() -> text("statusLinks").equals("3/3 links"));
        drawAroundTheWholeGraph();
        assertThat(graph().selectionProperty().get())
                .isEqualTo(Selection.of(
                        snapshot().nodes().stream().map(NodeSnapshot::name).toList()));
        assertThat(text("splitEffect")).isEqualTo("There are no others: these are all nodes.");
        assertThat(pixelsOf(Palette.LIGHT.link().cut())).isZero();

        robot.interact(() -> Objects.requireNonNull(window)
                .select(Selection.of(List.of(snapshot().nodes().getFirst().name()))));
        robot.interact(() -> graph().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        await().atMost(PATIENCE).until(() -> snapshot().components().size() == 2);
        await().atMost(PATIENCE).until(() -> text("statusComponents").equals("2 components"));
        await().atMost(PATIENCE).until(() -> pixelsOf(Palette.LIGHT.link().cut()) > 20);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await().atMost(PATIENCE).until(() -> snapshot().partitions().isEmpty());
        await().atMost(PATIENCE).until(() -> text("statusComponents").equals("1 component"));
        await().atMost(PATIENCE).until(() -> pixelsOf(Palette.LIGHT.link().cut()) == 0);
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

    private TestnetSnapshot snapshot() {
        return Objects.requireNonNull(started.get()).snapshot();
    }

    private GraphView graph() {
        return find("graph", GraphView.class);
    }

    private <T extends Node> T find(String id, Class<T> type) {
        Node found = Objects.requireNonNull(stage).getScene().lookup("#" + id);
        return type.cast(Objects.requireNonNull(found, id));
    }

    private String text(String id) {
        return find(id, Labeled.class).getText();
    }
}

package org.polytorus.simulator.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Several nodes are selected, by the mouse and by keys. */
@ExtendWith(ApplicationExtension.class)
class LassoInTheGraphTest {
    private static final List<NodeName> NAMES =
            List.of(new NodeName("node1"), new NodeName("node2"), new NodeName("node3"), new NodeName("node4"));
    private final FxRobot robot = new FxRobot();
    private @Nullable GraphView shown;

    @Start
    void show(Stage stage) {
        GraphView view = new GraphView();
        shown = view;
        stage.setScene(new Scene(new BorderPane(view), 800, 600));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    /** node1 and node2 at the left, node3 and node4 at the right. */
    @BeforeEach
    void showFourNodes() {
        robot.interact(() -> {
            view().update(SnapshotFixtures.ring(4).build());
            for (int i = 0; i < NAMES.size(); i++) {
                view().pinAt(NAMES.get(i), i < 2 ? 150 : 650, i % 2 == 0 ? 150 : 450);
            }
            view().requestFocus();
        });
        waitForFxEvents();
    }

    @Test
    void aLassoDrawnWithShiftSelectsExactlyTheNodesInside() {
        mouse(MouseEvent.MOUSE_PRESSED, 60, 60, Held.SHIFT);
        for (Point2D place : List.of(new Point2D(300, 60), new Point2D(300, 560), new Point2D(60, 560))) {
            mouse(MouseEvent.MOUSE_DRAGGED, place.getX(), place.getY(), Held.SHIFT);
        }
        mouse(MouseEvent.MOUSE_RELEASED, 60, 560, Held.SHIFT);
        assertThat(selection()).isEqualTo(Selection.of(NAMES.subList(0, 2)));
        assertThat(onFx(() -> view().isPinned(NAMES.get(3)))).isTrue();
        assertThat(onFx(() -> view().screenX(NAMES.get(0))))
                .as("nothing was dragged")
                .isEqualTo(150);
    }

    @Test
    void theToolDrawsOneLassoAndThenDragsMoveThePictureAgain() {
        robot.push(KeyCode.O);
        drawAroundTheLeft();
        assertThat(selection()).isEqualTo(Selection.of(NAMES.subList(0, 2)));
        assertThat(onFx(() -> view().lassoProperty().get())).isFalse();
        drawAroundTheLeft();
        assertThat(onFx(() -> view().screenX(NAMES.get(0))))
                .as("the picture moved")
                .isNotEqualTo(150);
    }

    @Test
    void escapeEndsALassoThatIsBeingDrawnAndSelectsNothing() {
        robot.push(KeyCode.O);
        robot.moveTo(at(60, 60)).press(MouseButton.PRIMARY).moveTo(at(300, 60)).moveTo(at(300, 560));
        robot.push(KeyCode.ESCAPE);
        robot.release(MouseButton.PRIMARY);
        assertThat(selection()).isEqualTo(Selection.NONE);
    }

    @Test
    void clicksWithCtrlTakeNodesInAndOut() {
        clickWithCtrl(150, 150);
        clickWithCtrl(650, 450);
        assertThat(selection()).isEqualTo(Selection.of(List.of(NAMES.get(0), NAMES.get(3))));
        clickWithCtrl(150, 150);
        assertThat(selection()).isEqualTo(new Selection.OfNode(NAMES.get(3)));
    }

    @Test
    void keysMarkNodesOneByOne() {
        robot.push(KeyCode.TAB)
                .push(KeyCode.M)
                .push(KeyCode.TAB)
                .push(KeyCode.TAB)
                .push(KeyCode.M);
        assertThat(selection()).isEqualTo(Selection.of(List.of(NAMES.get(0), NAMES.get(2))));
        assertThat(onFx(() -> view().getAccessibleText())).contains("Selected: 2 nodes: node1, node3");
        robot.push(KeyCode.M);
        assertThat(selection()).isEqualTo(new Selection.OfNode(NAMES.get(0)));
        robot.push(KeyCode.ESCAPE);
        assertThat(selection()).isEqualTo(Selection.NONE);
    }

    @Test
    void nodesThatGoLeaveTheSelectionAndTheOthersStay() {
        robot.interact(() -> {
            view().selectionProperty().set(Selection.of(NAMES.subList(1, 4)));
            view().update(SnapshotFixtures.ring(3).build());
        });
        assertThat(selection()).isEqualTo(Selection.of(NAMES.subList(1, 3)));
    }

    private void drawAroundTheLeft() {
        robot.moveTo(at(60, 60)).press(MouseButton.PRIMARY);
        robot.moveTo(at(300, 60)).moveTo(at(300, 560)).moveTo(at(60, 560));
        robot.release(MouseButton.PRIMARY);
    }

    private enum Held {
        SHIFT,
        CTRL
    }

    private void clickWithCtrl(double x, double y) {
        mouse(MouseEvent.MOUSE_PRESSED, x, y, Held.CTRL);
        mouse(MouseEvent.MOUSE_RELEASED, x, y, Held.CTRL);
    }

    /** Without a display, the robot's mouse does not know which keys are held. */
    private void mouse(EventType<MouseEvent> type, double x, double y, Held held) {
        boolean shift = held == Held.SHIFT;
        Point2D screen = at(x, y);
        robot.interact(() -> view().fireEvent(new MouseEvent(
                type,
                x,
                y,
                screen.getX(),
                screen.getY(),
                MouseButton.PRIMARY,
                1,
                shift,
                !shift,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null)));
    }

    private Point2D at(double x, double y) {
        return onFx(() -> view().localToScreen(x, y));
    }

    private Selection selection() {
        waitForFxEvents();
        return onFx(() -> view().selectionProperty().get());
    }

    private <T> T onFx(Supplier<T> action) {
        AtomicReference<T> result = new AtomicReference<>();
        robot.interact(() -> result.set(action.get()));
        return result.get();
    }

    private GraphView view() {
        if (shown == null) {
            throw new IllegalStateException("The stage has not been shown");
        }
        return shown;
    }
}

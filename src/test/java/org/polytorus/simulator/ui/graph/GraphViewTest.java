package org.polytorus.simulator.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.ui.fx.Palette;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class GraphViewTest {
    private static final NodeName NODE_1 = new NodeName("node1");
    private static final NodeName NODE_2 = new NodeName("node2");
    private static final NodeName NODE_3 = new NodeName("node3");
    private @Nullable GraphView shown;

    @Start
    void show(Stage stage) {
        GraphView view = new GraphView();
        Button next = new Button("after");
        shown = view;
        BorderPane pane = new BorderPane(view);
        pane.setBottom(next);
        stage.setScene(new Scene(pane, 800, 600));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @BeforeEach
    void showThreeNodes() {
        onFx(() -> {
            view().update(SnapshotFixtures.ring(3).build());
            settle();
            view().requestFocus();
            return true;
        });
        waitForFxEvents();
    }

    @Test
    void aClickOnANodeSelectsIt(FxRobot robot) {
        robot.clickOn(place(NODE_2));

        assertThat(selection()).isEqualTo(new Selection.OfNode(NODE_2));
        assertThat(onFx(() -> view().getAccessibleText())).contains("Selected: node2 Running, healthy");
    }

    @Test
    void aClickOnALinkSelectsItAndAClickBesideSelectsNothing(FxRobot robot) {
        Point2D middle = place(NODE_1).midpoint(place(NODE_2));
        robot.clickOn(middle.add(3, 0));
        assertThat(selection()).isEqualTo(new Selection.OfLink(LinkId.of(NODE_1, NODE_2)));

        robot.clickOn(onFx(() -> view().localToScreen(20, 20)));
        assertThat(selection()).isEqualTo(Selection.NONE);
    }

    @Test
    void tabWalksThroughTheNodesAndThenOn(FxRobot robot) {
        robot.push(KeyCode.TAB);
        assertThat(selection()).isEqualTo(new Selection.OfNode(NODE_1));
        robot.push(KeyCode.TAB).push(KeyCode.TAB);
        assertThat(selection()).isEqualTo(new Selection.OfNode(NODE_3));
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(selection()).isEqualTo(new Selection.OfNode(NODE_2));
        robot.push(KeyCode.TAB).push(KeyCode.TAB);
        assertThat(onFx(() -> view().isFocused())).isFalse();
    }

    @Test
    void linksAreReachedFromTheKeyboardAndEscapeSelectsNothing(FxRobot robot) {
        robot.push(KeyCode.TAB).push(KeyCode.L).push(KeyCode.L);
        assertThat(selection()).isEqualTo(new Selection.OfLink(LinkId.of(NODE_1, NODE_3)));
        robot.push(KeyCode.ESCAPE);
        assertThat(selection()).isEqualTo(Selection.NONE);
    }

    @Test
    void arrowKeysMoveThePictureAndFFitsItAgain(FxRobot robot) {
        Point2D before = place(NODE_1);
        robot.push(KeyCode.LEFT);
        assertThat(place(NODE_1).getX()).isGreaterThan(before.getX() + 10);
        robot.push(KeyCode.PLUS).push(KeyCode.F);
        onFx(this::settle);
        assertThat(place(NODE_1).distance(before)).isLessThan(1);
    }

    @Test
    void aDraggedNodeStaysWhereItIsPut(FxRobot robot) {
        Point2D target = onFx(() -> view().localToScreen(120, 90));
        robot.drag(place(NODE_1), MouseButton.PRIMARY).dropTo(target);
        onFx(this::settle);
        assertThat(place(NODE_1).distance(target)).isLessThan(6);
        assertThat(onFx(() -> view().isPinned(NODE_1))).isTrue();

        robot.doubleClickOn(place(NODE_1), MouseButton.PRIMARY);
        assertThat(onFx(() -> view().isPinned(NODE_1))).isFalse();
    }

    @Test
    void theWheelZoomsAtTheCursor(FxRobot robot) {
        Point2D node = place(NODE_1);
        robot.moveTo(node).scroll(3, VerticalDirection.UP);
        waitForFxEvents();

        assertThat(place(NODE_1).distance(node)).isLessThan(3);
        assertThat(place(NODE_2).distance(place(NODE_1)))
                .isNotEqualTo(place(NODE_2).distance(node));
    }

    @Test
    void whatIsSelectedAndGoneIsNoLongerSelected(FxRobot robot) {
        robot.clickOn(place(NODE_3));
        onFx(() -> {
            view().update(SnapshotFixtures.ring(2).build());
            return true;
        });
        assertThat(selection()).isEqualTo(Selection.NONE);
    }

    @Test
    void aDroppedLinkIsSeenAsRed() {
        assertThat(pixelsOf(Palette.LIGHT.link().dropped())).isZero();
        onFx(() -> {
            view().update(SnapshotFixtures.ring(3)
                    .state("node1", "node2", LinkSnapshot.State.DROPPED)
                    .build());
            return settle();
        });
        assertThat(pixelsOf(Palette.LIGHT.link().dropped())).isGreaterThan(20);
    }

    @Test
    void withoutATestnetTheViewSaysWhatToDo() {
        onFx(() -> {
            view().clear();
            return true;
        });
        waitForFxEvents();
        assertThat(onFx(() -> view().lookup(".graph-empty").isVisible())).isTrue();
        assertThat(onFx(() -> view().getAccessibleText())).startsWith("No testnet is open.");
    }

    @Test
    void thinnedMessagesAreCounted() {
        var snapshot = SnapshotFixtures.ring(3).build();
        onFx(() -> {
            view().addFlights(SnapshotFixtures.flights(snapshot, Dots.MAX_DOTS + 5, 0));
            return true;
        });
        assertThat(onFx(() -> view().thinnedProperty().get())).isEqualTo(5);
    }

    private boolean settle() {
        for (long frame = 0; frame < 900; frame++) {
            view().pulse(frame * 16_000_000);
        }
        view().layout();
        return true;
    }

    private int pixelsOf(Color colour) {
        WritableImage image = onFx(() -> view().snapshot(null, null));
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found += image.getPixelReader().getColor(x, y).equals(colour) ? 1 : 0;
            }
        }
        return found;
    }

    private Point2D place(NodeName node) {
        return onFx(() -> view().localToScreen(view().screenX(node), view().screenY(node)));
    }

    private Selection selection() {
        waitForFxEvents();
        return onFx(() -> view().selectionProperty().get());
    }

    private GraphView view() {
        if (shown == null) {
            throw new IllegalStateException("The stage has not been shown");
        }
        return shown;
    }

    private static <T> T onFx(Supplier<T> action) {
        try {
            return waitFor(10, TimeUnit.SECONDS, asyncFx(action::get));
        } catch (TimeoutException e) {
            throw new AssertionError("The FX thread did not answer", e);
        }
    }
}

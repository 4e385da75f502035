package org.polytorus.simulator.ui.shell;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.graph.Selection;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A window that shows a scripted testnet, and the words with which tests drive it. */
abstract class WindowFixture {
    private static final int PATIENCE_SECONDS = 20;
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS);

    final FakeServices services = new FakeServices();
    final FakeTestnet testnet = new FakeTestnet(firstPicture());
    final FxRobot robot = new FxRobot();
    private @Nullable SimulatorWindow window;
    private @Nullable Stage stage;

    @BeforeEach
    void showWindow() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> show(new Stage()));
        robot.interact(() -> stage().requestFocus());
        until(() -> stage().isFocused());
    }

    private void show(Stage shown) {
        SimulatorWindow made = new SimulatorWindow(shown, spec -> testnet, services);
        stage = shown;
        window = made;
        shown.setX(0);
        shown.setY(0);
        shown.setWidth(1_000);
        shown.setHeight(960);
        made.show();
    }

    @AfterEach
    void closeWindow() {
        robot.interact(() -> window().close());
        until(() -> services.exits() == 1);
    }

    TestnetSnapshot firstPicture() {
        return Pictures.ring(3);
    }

    SimulatorWindow window() {
        return Objects.requireNonNull(window);
    }

    Stage stage() {
        return Objects.requireNonNull(stage);
    }

    void open() {
        robot.interact(() -> window().open(Pictures.spec(3)));
        until(() -> text("statusNodes").startsWith("3/3"));
    }

    void publish(UnaryOperator<TestnetSnapshot> change) {
        testnet.publish(change);
    }

    void selectNode(String name) {
        robot.interact(() -> window().select(new Selection.OfNode(new NodeName(name))));
    }

    void selectLink(String one, String other) {
        robot.interact(() -> window().select(new Selection.OfLink(Pictures.id(one, other))));
    }

    <T extends Node> T find(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(stage().getScene().lookup("#" + id), id));
    }

    String text(String id) {
        return find(id, Labeled.class).getText();
    }

    boolean isShown(String id) {
        return find(id, Node.class).isVisible();
    }

    /** Looks on the FX thread, between two pictures, and not at one that is half drawn. */
    static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("The window did not come to the expected state", e);
        }
    }
}

package org.polytorus.simulator.app.window;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.polytorus.simulator.app.virtual.SimulatedTestnet;
import org.polytorus.simulator.live.LiveTestnetFactory;
import org.polytorus.simulator.testnet.Pace;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetFactory;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.shell.Hosts;
import org.polytorus.simulator.ui.shell.SimulatorWindow;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The real window, with real nodes on sockets or in virtual time, and the words with which tests drive it. */
abstract class RealWindowFixture {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    final FxRobot robot = new FxRobot();
    private final AtomicReference<@Nullable Testnet> started = new AtomicReference<>();
    private final CountDownLatch exited = new CountDownLatch(1);
    private @Nullable SimulatorWindow window;
    private @Nullable Stage stage;

    @BeforeEach
    void showTheWindow() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> show(new Stage()));
        robot.interact(() -> stage().requestFocus());
    }

    private void show(Stage shown) {
        Hosts hosts =
                new Hosts(kept(new LiveTestnetFactory()), kept(spec -> new SimulatedTestnet(spec, Pace.REAL_TIME)));
        SimulatorWindow made =
                new SimulatorWindow(shown, hosts, new DesktopServices(false, null, "test", exited::countDown));
        shown.setX(0);
        shown.setY(0);
        shown.setWidth(1_000);
        shown.setHeight(960);
        made.show();
        window = made;
        stage = shown;
    }

    private TestnetFactory kept(TestnetFactory factory) {
        return spec -> {
            Testnet testnet = factory.start(spec);
            started.set(testnet);
            return testnet;
        };
    }

    @AfterEach
    void closeTheWindow() {
        Platform.runLater(() -> window().close());
        until(() -> exited.getCount() == 0);
    }

    /** Opens a file of {@code sample-configs} on sockets. */
    void openOnSockets(String sample) {
        robot.interact(() -> window().openFiles(List.of(Path.of("sample-configs", sample))));
    }

    SimulatorWindow window() {
        return Objects.requireNonNull(window);
    }

    Stage stage() {
        return Objects.requireNonNull(stage);
    }

    /** The testnet that was started last. */
    Testnet testnet() {
        return Objects.requireNonNull(started.get());
    }

    TestnetSnapshot snapshot() {
        return testnet().snapshot();
    }

    <T extends Node> T find(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(stage().getScene().lookup("#" + id), id));
    }

    String text(String id) {
        return find(id, Labeled.class).getText();
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(condition);
    }
}

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
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.live.LiveTestnetFactory;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.graph.Selection;
import org.polytorus.simulator.ui.shell.SimulatorWindow;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The main job as a person does it: a real testnet in the window, driven by mouse and keys, without a display. */
final class RealTestnetWindowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LinkId LINK = LinkId.of(new NodeName("node1"), new NodeName("node2"));

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
    void aLinkIsDroppedAndRestoredAndTheWindowShowsWhatTheTestnetDid() {
        await().atMost(PATIENCE).until(() -> text("statusLinks").equals("3/3 links"));
        robot.interact(() -> Objects.requireNonNull(window).select(new Selection.OfLink(LINK)));
        assertThat(text("linkState")).isEqualTo("Connected");

        robot.clickOn("#dropButton");
        await().atMost(PATIENCE).until(() -> link().state() == LinkSnapshot.State.DROPPED);
        await().atMost(PATIENCE).until(() -> text("linkState").equals("Dropped"));
        await().atMost(PATIENCE).until(() -> text("statusLinks").equals("2/3 links"));
        assertThat(snapshot().components()).as("node3 still joins the two").hasSize(1);

        robot.clickOn("#restoreButton");
        await().atMost(PATIENCE).until(() -> link().state() == LinkSnapshot.State.CONNECTED);
        await().atMost(PATIENCE).until(() -> text("linkState").equals("Connected"));
        await().atMost(PATIENCE).until(() -> text("statusLinks").equals("3/3 links"));
    }

    @Test
    void aLatencyThatIsTypedInIsMeasuredOnTheLink() {
        await().atMost(PATIENCE).until(() -> text("statusLinks").equals("3/3 links"));
        robot.interact(() -> Objects.requireNonNull(window).select(new Selection.OfLink(LINK)));
        robot.clickOn("#latencyFieldAtoB").write("150").type(KeyCode.ENTER);
        await().atMost(PATIENCE).until(() -> link().aToB().requested().latency().toMillis() == 150);
        await().atMost(PATIENCE).until(() -> link().aToB().roundTripNanos() >= 150_000_000L);
        assertThat(find("latencyFieldAtoB", TextField.class).getText()).isEqualTo("150");
        await().atMost(PATIENCE).until(() -> text("measuredDelayAtoB").startsWith("15"));
    }

    @Test
    void closingTheWindowEndsEverySocketAndThread() {
        await().atMost(PATIENCE).until(() -> text("statusNodes").equals("3/3 nodes"));
        Platform.runLater(() -> Objects.requireNonNull(window).close());
        await().atMost(PATIENCE).until(() -> exited.getCount() == 0);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneSatisfy(thread -> assertThat(thread.getName()).startsWith("testnet-"));
    }

    private TestnetSnapshot snapshot() {
        return Objects.requireNonNull(started.get()).snapshot();
    }

    private LinkSnapshot link() {
        return snapshot().links().stream()
                .filter(link -> link.id().equals(LINK))
                .findFirst()
                .orElseThrow();
    }

    private <T extends Node> T find(String id, Class<T> type) {
        Node found = Objects.requireNonNull(stage).getScene().lookup("#" + id);
        return type.cast(Objects.requireNonNull(found, id));
    }

    private String text(String id) {
        return find(id, Labeled.class).getText();
    }
}

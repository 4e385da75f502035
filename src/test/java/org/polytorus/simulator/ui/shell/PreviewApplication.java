package org.polytorus.simulator.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.graph.Selection;

/** What {@link ShellPreview} starts. */
public final class PreviewApplication extends Application {
    private static final int FRAMES_BETWEEN_STEPS = 12;
    private static final String LONG = "a node whose name is about as long as names are allowed to be 64";

    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final FakeServices services = new FakeServices();
    private @Nullable FakeTestnet testnet;

    @Override
    public void start(Stage stage) {
        TestnetSnapshot first = Pictures.ring("Three nodes", List.of("node1", "node2", "node3"));
        SimulatorWindow window = new SimulatorWindow(stage, spec -> fresh(first), services);
        window.show();
        size(stage, 1_280, 820);
        shot(stage, "01-empty");
        steps.add(() -> window.open(Pictures.spec(3)));
        steps.add(this::traffic);
        shot(stage, "02-three-nodes");
        steps.add(() -> window.select(node("node1")));
        shot(stage, "03-node");
        scroll(stage, 0.5);
        shot(stage, "04-node-middle");
        scroll(stage, 1);
        shot(stage, "05-node-end");
        steps.add(() -> window.select(link("node1", "node2")));
        shot(stage, "06-link");
        steps.add(() -> publish(of -> Pictures.withLink(
                of,
                Pictures.id("node1", "node2"),
                l -> Pictures.inState(
                        Pictures.withConditions(l, Pictures.latency(200), Pictures.latency(5_000)),
                        LinkSnapshot.State.DROPPED))));
        steps.add(() -> click(stage, "#darkToggle"));
        shot(stage, "07-link-dropped-dark");
        steps.add(() -> press(stage, 1));
        shot(stage, "08-events-dark");
        steps.add(() -> window.select(node("node2")));
        size(stage, 1_000, 700);
        shot(stage, "09-small-dark");
        steps.add(() -> click(stage, "#darkToggle"));
        steps.add(() -> press(stage, 0));
        shot(stage, "10-small");
        size(stage, 1_600, 1_000);
        steps.add(() -> publish(of -> Pictures.withNode(
                of,
                "node2",
                n -> Pictures.withState(
                        n, NodeSnapshot.State.FAILED, "127.0.0.1:8001 is in use by another program."))));
        steps.add(
                () -> publish(
                        of -> Pictures.withProblems(
                                of,
                                List.of(
                                        "node2 could not listen on 127.0.0.1:8001: the port is in use by another program. Stop that"
                                                + " program, or give the node another port or port 0.",
                                        "0.0.0.0 in node3.toml was narrowed to 127.0.0.1; start with --expose to listen everywhere."))));
        shot(stage, "11-problems");
        steps.add(() ->
                publish(of -> Pictures.ring("A testnet with names", List.of(LONG, LONG.replace("a ", "b "), "c"))));
        size(stage, 1_000, 700);
        steps.add(() -> window.select(node(LONG)));
        shot(stage, "12-long-names");
        steps.add(() -> window.select(link(LONG, LONG.replace("a ", "b "))));
        shot(stage, "13-long-link");
        size(stage, 1_280, 820);
        steps.add(() -> click(stage, "#newButton"));
        steps.add(() -> shoot(Window.getWindows().getLast(), "14-new-dialog"));
        steps.add(Platform::exit);
        run();
    }

    private void run() {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames % FRAMES_BETWEEN_STEPS == 0 && !steps.isEmpty()) {
                    steps.remove().run();
                }
            }
        }.start();
    }

    private FakeTestnet fresh(TestnetSnapshot first) {
        FakeTestnet fake = new FakeTestnet(first);
        testnet = fake;
        List<TestnetEvent> events = new ArrayList<>();
        NodeName node = new NodeName("node1");
        for (int i = 1; i <= 60; i++) {
            TestnetEvent.Severity severity = i % 17 == 0
                    ? TestnetEvent.Severity.ERROR
                    : i % 7 == 0 ? TestnetEvent.Severity.WARNING : TestnetEvent.Severity.INFO;
            String text = i % 7 == 0
                    ? "node1 left 2 blocks for a longer chain of 3: height 12, tip 00a1b2c3"
                    : "node1 mined block " + i + " with 3 transactions, hash 00a1b2c3";
            events.add(Pictures.event(i, TestnetEvent.Kind.BLOCK_MINED, severity, node, null, text));
        }
        fake.add(events);
        return fake;
    }

    private void traffic() {
        new AnimationTimer() {
            private int count;

            @Override
            public void handle(long now) {
                for (int i = 0; i < 4 && count < 500; i++) {
                    count++;
                }
                if (count < 500) {
                    publish(of -> skip(Pictures.withTraffic(of, count)));
                }
            }
        }.start();
    }

    /** Each picture of the preview is four tenths of a second after the one before. */
    private static TestnetSnapshot skip(TestnetSnapshot of) {
        return Pictures.next(Pictures.next(Pictures.next(of)));
    }

    private void publish(UnaryOperator<TestnetSnapshot> change) {
        if (testnet != null) {
            testnet.publish(change);
        }
    }

    private void size(Stage stage, double width, double height) {
        steps.add(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    private void scroll(Stage stage, double share) {
        steps.add(() -> on(stage, "#inspector", node -> ((ScrollPane) node).setVvalue(share)));
    }

    private static void click(Stage stage, String id) {
        on(stage, id, node -> ((ButtonBase) node).fire());
    }

    private static void press(Stage stage, int tab) {
        on(stage, "#tabs", node -> ((TabPane) node).getSelectionModel().select(tab));
    }

    private static void on(Stage stage, String id, Consumer<Node> action) {
        action.accept(Objects.requireNonNull(stage.getScene().lookup(id), id));
    }

    private static Selection node(String name) {
        return new Selection.OfNode(new NodeName(name));
    }

    private static Selection link(String one, String other) {
        return new Selection.OfLink(Pictures.id(one, other));
    }

    /** Two steps of waiting first, so that layout and charts have caught up. */
    private void shot(Stage stage, String name) {
        steps.add(() -> {});
        steps.add(() -> shoot(stage, name));
    }

    private void shoot(Window window, String name) {
        WritableImage image = window.getScene().snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(
                    copy,
                    "png",
                    Path.of(getParameters().getRaw().getFirst(), name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

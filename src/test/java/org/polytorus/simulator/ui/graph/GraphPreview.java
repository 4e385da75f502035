package org.polytorus.simulator.ui.graph;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * Draws the graph at several sizes into PNG files, to look at. Run it without a display as {@code java
 * -Dglass.platform=Headless … GraphPreview DIRECTORY}; a second argument, whatever it says, leaves out all but the
 * pictures of splits.
 */
public final class GraphPreview {
    private static final long FRAME_NANOS = 16_666_667L;
    private static final int SETTLING_FRAMES = 600;

    private GraphPreview() {}

    public static void main(String[] args) throws InterruptedException, IOException {
        Path directory = Path.of(args[0]);
        Files.createDirectories(directory);
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            if (args.length == 1) {
                drawAll(directory);
            }
            drawSplits(directory);
            done.countDown();
        });
        done.await();
        Platform.exit();
    }

    private static void drawAll(Path directory) {
        for (boolean dark : new boolean[] {false, true}) {
            Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            String theme = dark ? "dark" : "light";
            draw(directory.resolve("0-" + theme), dark, SnapshotFixtures.empty().build(), view -> view.clear());
            draw(
                    directory.resolve("1-" + theme),
                    dark,
                    SnapshotFixtures.nodes(1).build(),
                    view -> {});
            draw(directory.resolve("3-" + theme), dark, three(), view -> {
                view.selectionProperty().set(new Selection.OfNode(new NodeName("node1")));
                fly(view, three(), 12);
            });
            draw(directory.resolve("12-" + theme), dark, zoo(), view -> {
                view.selectionProperty()
                        .set(new Selection.OfLink(LinkId.of(new NodeName("node5"), new NodeName("node6"))));
                fly(view, zoo(), 24);
                view.hover(view.screenX(new NodeName("node9")), view.screenY(new NodeName("node9")));
            });
            draw(
                    directory.resolve("12-legend-" + theme),
                    dark,
                    zoo(),
                    view -> view.legend().expandedProperty().set(true));
            draw(directory.resolve("2-" + theme), dark, SnapshotFixtures.ring(2).build(), view -> {});
            draw(directory.resolve("star-" + theme), dark, star(), view -> {});
            draw(directory.resolve("50-" + theme), dark, fork(), view -> fly(view, fork(), 80));
            draw(
                    directory.resolve("50-mesh-" + theme),
                    dark,
                    SnapshotFixtures.mesh(50).build(),
                    view -> {});
            TestnetSnapshot big = SnapshotFixtures.random(200, 800, 1).build();
            draw(directory.resolve("200-" + theme), dark, big, view -> fly(view, big, 300));
        }
        TestnetSnapshot ring = SnapshotFixtures.ring(200).build();
        draw(directory.resolve("200-ring"), false, ring, view -> {});
        TestnetSnapshot most = SnapshotFixtures.random(1000, 3000, 1).build();
        draw(directory.resolve("1000"), false, most, view -> {});
        TestnetSnapshot big = SnapshotFixtures.random(200, 800, 1).build();
        draw(directory.resolve("200-zoomed"), true, big, view -> {
            view.zoomBy(3, 640, 400);
            fly(view, big, 1000);
        });
    }

    private static void drawSplits(Path directory) {
        for (boolean dark : new boolean[] {false, true}) {
            String theme = dark ? "dark" : "light";
            TestnetSnapshot three = SplitPictures.split(SnapshotFixtures.ring(3), true, "node1", "rest");
            draw(
                    directory.resolve("split-3-" + theme),
                    dark,
                    three,
                    view -> view.selectionProperty().set(new Selection.OfNode(new NodeName("node1"))));
            TestnetSnapshot twelve = SplitPictures.split(SnapshotFixtures.mesh(12), false, "west", "middle", "east");
            draw(directory.resolve("split-12-" + theme), dark, twelve, view -> fly(view, twelve, 40));
            TestnetSnapshot big = SplitPictures.split(SnapshotFixtures.random(200, 300, 1), false, "low", "high");
            draw(directory.resolve("split-200-" + theme), dark, big, view -> {});
            TestnetSnapshot tree = SnapshotFixtures.random(40, 60, 2).build();
            draw(
                    directory.resolve("spread-" + theme),
                    dark,
                    tree,
                    view -> view.emphasisProperty().set(SplitPictures.spread(tree)));
            draw(
                    directory.resolve("weak-" + theme),
                    dark,
                    star(),
                    view -> view.emphasisProperty().set(SplitPictures.weakSpots(star())));
        }
    }

    private static TestnetSnapshot star() {
        SnapshotFixtures star = SnapshotFixtures.nodes(24);
        for (int i = 2; i <= 24; i++) {
            star.link("node1", "node" + i);
        }
        return star.build();
    }

    private static TestnetSnapshot three() {
        return SnapshotFixtures.ring(3)
                .follows("node1", 7, 12)
                .follows("node2", 7, 12)
                .follows("node3", 7, 12)
                .build();
    }

    /** Every look, every state of a link, long names. */
    private static TestnetSnapshot zoo() {
        SnapshotFixtures zoo = SnapshotFixtures.ring(12)
                .state("node1", NodeSnapshot.State.STOPPED)
                .state("node2", NodeSnapshot.State.FAILED)
                .state("node3", NodeSnapshot.State.STARTING)
                .health("node4", NodeSnapshot.Health.DEGRADED)
                .health("node5", NodeSnapshot.Health.UNHEALTHY)
                .health("node6", NodeSnapshot.Health.DISCONNECTED)
                .node("a-validator-with-a-very-long-name-that-somebody-chose-0001")
                .node("a-validator-with-a-very-long-name-that-somebody-chose-0002")
                .link("a-validator-with-a-very-long-name-that-somebody-chose-0001", "node8")
                .link("a-validator-with-a-very-long-name-that-somebody-chose-0002", "node8")
                .link(
                        "a-validator-with-a-very-long-name-that-somebody-chose-0001",
                        "a-validator-with-a-very-long-name-that-somebody-chose-0002")
                .state("node1", "node2", LinkSnapshot.State.DOWN)
                .state("node2", "node3", LinkSnapshot.State.CONNECTING)
                .state("node4", "node5", LinkSnapshot.State.DROPPED)
                .state("node6", "node7", LinkSnapshot.State.SILENT)
                .latency("node9", "node10", 200)
                .latency("node10", "node9", 200)
                .latency("node10", "node11", 200)
                .latency("node11", "node10", 50)
                .conditions("node11", "node12", conditions -> conditions.withLoss(0.05));
        for (int i = 1; i <= 12; i++) {
            zoo.follows("node" + i, i < 8 ? 3 : 9, 12_345 * i);
        }
        return zoo.build();
    }

    private static TestnetSnapshot fork() {
        Set<String> cut = new LinkedHashSet<>();
        SnapshotFixtures fork = SnapshotFixtures.random(50, 120, 3);
        for (int i = 1; i <= 50; i++) {
            fork.follows("node" + i, i <= 18 ? 5 : 6, 100 + i % 2);
            if (i <= 18) {
                cut.add("node" + i);
            }
        }
        return fork.cutOff(cut).build();
    }

    private static void fly(GraphView view, TestnetSnapshot snapshot, int count) {
        view.addFlights(SnapshotFixtures.flights(snapshot, count, 1_000_000_000L));
        view.pulse((SETTLING_FRAMES + 25) * FRAME_NANOS);
    }

    private static void draw(Path file, boolean dark, TestnetSnapshot snapshot, Consumer<GraphView> setUp) {
        GraphView view = new GraphView();
        Stage stage = new Stage();
        stage.setScene(new Scene(view, 1280, 800));
        stage.show();
        view.setDark(dark);
        view.update(snapshot);
        for (int frame = 0; frame < SETTLING_FRAMES; frame++) {
            view.pulse(frame * FRAME_NANOS);
        }
        setUp.accept(view);
        view.snapshot(null, null);
        for (int frame = 0; frame < 60; frame++) {
            view.pulse((SETTLING_FRAMES + 25) * FRAME_NANOS);
        }
        save(view.snapshot(null, null), Path.of(file + ".png"));
        stage.close();
    }

    private static void save(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + file, e);
        }
    }
}

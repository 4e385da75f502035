package org.polytorus.simulator.ui.graph;

import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * Measures frames of the graph at 200 nodes and 800 links, 1280 × 800 pixels: first with everything drawn anew in each
 * frame, then with 1,000 messages moving over a still picture. Run it as {@code java -Dglass.platform=Headless …
 * GraphBench}.
 */
public final class GraphBench {
    private static final int WARM_UP_FRAMES = 60;
    private static final int FRAMES = 180;

    private GraphBench() {}

    public static void main(String[] args) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> start(done));
        done.await();
        Platform.exit();
    }

    private static void start(CountDownLatch done) {
        GraphView view = new GraphView();
        Stage stage = new Stage();
        stage.setScene(new Scene(view, 1280, 800));
        stage.show();
        TestnetSnapshot snapshot = SnapshotFixtures.random(200, 800, 1).build();
        view.update(snapshot);
        for (int i = 0; i < 1_000; i++) {
            view.pulse(i);
        }
        measure("everything anew", view, () -> view.panBy(0.01, 0), () -> {
            view.addFlights(SnapshotFixtures.flights(snapshot, Dots.MAX_DOTS, 60_000_000_000L));
            measure("1,000 messages", view, () -> {}, done::countDown);
        });
    }

    private static void measure(String what, GraphView view, Runnable change, Runnable next) {
        new AnimationTimer() {
            private int frames;
            private long start;
            private long busy;

            @Override
            public void handle(long now) {
                if (frames++ == WARM_UP_FRAMES) {
                    start = now;
                    busy = 0;
                }
                long before = System.nanoTime();
                change.run();
                view.pulse(now);
                busy += System.nanoTime() - before;
                if (frames > WARM_UP_FRAMES + FRAMES) {
                    stop();
                    System.out.printf(
                            "%s: %.1f frames/s, %.2f ms of the FX thread in each%n",
                            what, FRAMES * 1e9 / (now - start), busy / 1e6 / FRAMES);
                    next.run();
                }
            }
        }.start();
    }
}

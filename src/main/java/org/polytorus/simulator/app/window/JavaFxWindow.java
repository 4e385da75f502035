package org.polytorus.simulator.app.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.polytorus.simulator.app.PixelSize;
import org.polytorus.simulator.app.WindowLauncher;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.ui.shell.Hosts;
import org.polytorus.simulator.ui.shell.Opened;
import org.polytorus.simulator.ui.shell.SimulatorWindow;

/** Opens the window in this process's JavaFX, which is started by the first call and cannot be started again. */
public final class JavaFxWindow implements WindowLauncher {
    /** Held here, since a logger that nobody holds forgets its filter. */
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private static final String CLASS_PATH_WARNING = "Unsupported JavaFX configuration";

    private static final String ICON = "/org/polytorus/simulator/ui/icon.png";

    private final Hosts hosts;
    private final String version;

    public JavaFxWindow(Hosts hosts, String version) {
        this.hosts = hosts;
        this.version = version;
    }

    @Override
    public void open(Opening opening) {
        leaveOutClassPathWarning();
        PolytorusTestnet.launch(stage -> {
            stage.getIcons().add(icon());
            DesktopServices services =
                    new DesktopServices(opening.expose(), opening.dataFolder(), version, Platform::exit);
            SimulatorWindow window = new SimulatorWindow(stage, hosts, services);
            window.setDark(opening.dark());
            window.show();
            if (opening.spec() != null) {
                window.open(new Opened(opening.spec(), opening.notes()), opening.time());
            }
        });
    }

    private static Image icon() {
        return new Image(Objects.requireNonNull(JavaFxWindow.class.getResourceAsStream(ICON), ICON));
    }

    @Override
    public HiddenWindow openHidden(TestnetSpec spec, Testnet testnet, PixelSize size, boolean dark) {
        leaveOutClassPathWarning();
        Platform.startup(() -> Platform.setImplicitExit(false));
        Stage stage = onFxThread(Stage::new);
        CountDownLatch closed = new CountDownLatch(1);
        SimulatorWindow window = onFxThread(() -> {
            SimulatorWindow hidden = new SimulatorWindow(
                    stage,
                    same -> new BorrowedTestnet(testnet),
                    new DesktopServices(false, null, version, closed::countDown));
            hidden.setDark(dark);
            stage.setWidth(size.width());
            stage.setHeight(size.height());
            hidden.show();
            hidden.open(spec);
            return hidden;
        });
        return new Unseen(stage, window, closed);
    }

    /** JavaFX warns that it is not on the module path, where a program on the class path cannot put it. */
    private static void leaveOutClassPathWarning() {
        JAVAFX_LOG.setFilter(record -> !String.valueOf(record.getMessage()).startsWith(CLASS_PATH_WARNING));
    }

    private static <T> T onFxThread(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, Platform::runLater).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private record Unseen(Stage stage, SimulatorWindow window, CountDownLatch closed) implements HiddenWindow {
        @Override
        public void save(Path png) throws IOException {
            WritableImage picture = onFxThread(() -> stage.getScene().snapshot(null));
            if (!ImageIO.write(awtImage(picture), "png", png.toFile())) {
                throw new IOException("this Java has no writer for PNG");
            }
        }

        private static BufferedImage awtImage(Image picture) {
            int width = (int) picture.getWidth();
            int height = (int) picture.getHeight();
            int[] pixels = new int[width * height];
            picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, width, height, pixels, 0, width);
            return image;
        }

        @Override
        public void close() {
            Platform.runLater(window::close);
            awaitUninterruptibly(closed);
            Platform.exit();
        }
    }
}

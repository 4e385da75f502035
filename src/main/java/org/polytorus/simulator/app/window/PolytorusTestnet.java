package org.polytorus.simulator.app.window;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The program as JavaFX and the desktop know it. JavaFX makes the name of this class the class of its windows, by which
 * the desktop finds the menu entry and its icon: whoever renames it changes {@code StartupWMClass} in
 * {@code installer/debian/polytorus-testnet.desktop}, too.
 */
public final class PolytorusTestnet extends Application {
    /** JavaFX makes the only instance itself, hence the way round through a field. */
    private static final AtomicReference<@Nullable Consumer<Stage>> BEGINNING = new AtomicReference<>();

    /** Starts JavaFX, lets {@code beginning} fill the first stage on the FX thread, returns after {@link Platform#exit}. */
    static void launch(Consumer<Stage> beginning) {
        BEGINNING.set(beginning);
        Application.launch(PolytorusTestnet.class);
    }

    @Override
    public void start(Stage stage) {
        // The window ends JavaFX after its testnet has ended, not as soon as it is hidden.
        Platform.setImplicitExit(false);
        Consumer<Stage> beginning = BEGINNING.getAndSet(null);
        if (beginning == null) {
            throw new IllegalStateException("JavaFX was started without a window to open");
        }
        beginning.accept(stage);
    }
}

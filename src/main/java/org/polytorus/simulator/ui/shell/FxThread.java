package org.polytorus.simulator.ui.shell;

import javafx.application.Platform;

/** The way back of background work's results; together with {@link FrameGate} the only way onto the FX thread. */
final class FxThread {
    private FxThread() {}

    /** Runs {@code action} on the FX thread, soon. */
    static void run(Runnable action) {
        Platform.runLater(action);
    }
}

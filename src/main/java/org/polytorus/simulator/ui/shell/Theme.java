package org.polytorus.simulator.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** The look of every window of the program. */
final class Theme {
    private static final String OWN_STYLES = "/org/polytorus/simulator/ui/shell.css";

    private Theme() {}

    /** AtlantaFX's look, light or dark. */
    static void apply(boolean dark) {
        String stylesheet =
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        Application.setUserAgentStylesheet(stylesheet);
    }

    /** Adds our own styles to a scene. */
    static void style(Scene scene) {
        URL styles = Objects.requireNonNull(Theme.class.getResource(OWN_STYLES), OWN_STYLES);
        scene.getStylesheets().add(styles.toExternalForm());
    }
}

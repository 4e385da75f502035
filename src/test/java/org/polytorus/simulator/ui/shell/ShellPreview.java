package org.polytorus.simulator.ui.shell;

import javafx.application.Application;

/**
 * Draws the window in several states into PNG files, to be looked at. Start it with {@code -Dglass.platform=Headless}; the
 * argument is the folder for the pictures.
 */
public final class ShellPreview {
    private ShellPreview() {}

    public static void main(String[] args) {
        Application.launch(PreviewApplication.class, args);
    }
}

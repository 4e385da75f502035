package org.polytorus.simulator.ui.dialogs;

import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

/** Keeps a dialog as high as what stands in it: a choice or a message may need more room than the last, or less. */
final class FittingHeight {
    private static final double TOLERANCE = 0.5;

    private final DialogPane pane;
    private double fitted;

    private FittingHeight(DialogPane pane) {
        this.pane = pane;
    }

    /** To be called before the dialog is shown. */
    static void keep(Dialog<?> dialog) {
        FittingHeight fitting = new FittingHeight(dialog.getDialogPane());
        dialog.getDialogPane().sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addPostLayoutPulseListener(() -> fitting.fit(scene));
            }
        });
    }

    /** Asks once for each height, so that a desktop which does not grant it is not asked in every frame. */
    private void fit(Scene scene) {
        Window window = scene.getWindow();
        double wanted = pane.prefHeight(pane.getWidth());
        if (window == null || !window.isShowing() || Math.abs(wanted - fitted) < TOLERANCE) {
            return;
        }
        fitted = wanted;
        window.setHeight(window.getHeight() + wanted - scene.getHeight());
    }
}

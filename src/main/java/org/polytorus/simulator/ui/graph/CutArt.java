package org.polytorus.simulator.ui.graph;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Affine;
import org.polytorus.simulator.ui.fx.Palette;

/** The sign of a link that a partition cuts: a wall across it, and an arrow against the wall for each way that nothing passes. */
final class CutArt {
    private CutArt() {}

    /**
     * Draws the sign.
     *
     * @param angle the direction from a to b on the screen, in radians
     * @param size half the height of the wall, in pixels
     */
    static void mark(GraphicsContext gc, CutLook cut, double x, double y, double angle, double size, Palette palette) {
        if (cut == CutLook.NONE) {
            return;
        }
        Affine before = gc.getTransform();
        gc.translate(x, y);
        gc.rotate(Math.toDegrees(angle));
        gc.setFill(palette.background());
        gc.fillRect(-size * 1.5, -size * 0.6, size * 3, size * 1.2);
        gc.setStroke(palette.link().cut());
        gc.setLineDashes();
        gc.setLineCap(StrokeLineCap.ROUND);
        gc.setLineWidth(Math.max(1.8, size * 0.36));
        gc.strokeLine(0, -size, 0, size);
        gc.setFill(palette.link().cut());
        if (cut != CutLook.B_TO_A) {
            arrow(gc, -size * 0.4, -size, size * 0.6);
        }
        if (cut != CutLook.A_TO_B) {
            arrow(gc, size * 0.4, size, size * 0.6);
        }
        gc.setTransform(before);
        gc.setLineCap(StrokeLineCap.BUTT);
    }

    /** The head of an arrow with its point at {@code tip}, so far from its tail. */
    private static void arrow(GraphicsContext gc, double tip, double length, double half) {
        double tail = tip + length;
        gc.fillPolygon(new double[] {tail, tip, tail}, new double[] {-half, 0, half}, 3);
    }
}

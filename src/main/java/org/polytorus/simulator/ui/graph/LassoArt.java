package org.polytorus.simulator.ui.graph;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.FillRule;
import org.polytorus.simulator.ui.fx.Palette;

/** Draws a lasso while it is being drawn: what it goes around so far, and its line. */
final class LassoArt {
    private static final double GROUND_OPACITY = 0.12;

    private LassoArt() {}

    static void paint(GraphicsContext gc, Lasso lasso, Palette palette) {
        List<Lasso.Point> points = lasso.points();
        if (points.size() < 2) {
            return;
        }
        gc.setFillRule(FillRule.NON_ZERO);
        gc.beginPath();
        gc.moveTo(points.getFirst().x(), points.getFirst().y());
        points.forEach(point -> gc.lineTo(point.x(), point.y()));
        gc.closePath();
        gc.setFill(palette.highlight().deriveColor(0, 1, 1, GROUND_OPACITY));
        gc.fill();
        gc.setStroke(palette.highlight());
        gc.setLineWidth(1.6);
        gc.setLineDashes(6, 4);
        gc.stroke();
        gc.setLineDashes();
    }
}

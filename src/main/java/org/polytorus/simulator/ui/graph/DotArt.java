package org.polytorus.simulator.ui.graph;

import javafx.scene.canvas.GraphicsContext;
import org.polytorus.simulator.ui.fx.Palette;

/** Draws one travelling message: shape by {@link DotKind}. The caller sets fill and stroke once for all of a kind. */
final class DotArt {
    private DotArt() {}

    /** Prepares for dots of a kind. */
    static void style(GraphicsContext gc, DotKind kind, double size, Palette palette) {
        gc.setFill(kind.colour(palette));
        gc.setStroke(kind.colour(palette));
        gc.setLineWidth(Math.max(1.4, size * 0.36));
        gc.setLineDashes();
    }

    /** Draws a dot; {@code size} is half the height of an ordinary one. */
    static void draw(GraphicsContext gc, DotKind kind, double x, double y, double size) {
        switch (kind) {
            case BLOCK -> gc.fillRect(x - size * 1.3, y - size * 1.3, size * 2.6, size * 2.6);
            case ERROR -> NodeArt.polygon(gc, x, y, size * 1.7, 3, -Math.PI / 2);
            case HANDSHAKE -> gc.strokeOval(x - size * 1.1, y - size * 1.1, size * 2.2, size * 2.2);
            case TRANSACTION -> NodeArt.circle(gc, x, y, size);
            case GOSSIP -> NodeArt.polygon(gc, x, y, size * 1.15, 4, 0);
            case KEEP_ALIVE -> NodeArt.circle(gc, x, y, size * 0.6);
        }
    }
}

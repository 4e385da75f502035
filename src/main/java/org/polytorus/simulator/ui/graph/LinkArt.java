package org.polytorus.simulator.ui.graph;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.polytorus.simulator.ui.fx.Palette;

/** Draws links by how they look: colour, dash and a mark in the middle. The legend draws with it, too. */
final class LinkArt {
    private static final double[] SOLID = {};
    private static final double[] SHORT_DASHES = {5, 5};
    private static final double[] DOTS = {1, 5};
    private static final double[] DASHES = {8, 5};
    private static final double[] LONG_DASHES = {14, 6};
    private static final double[] DASHES_AND_DOTS = {9, 4, 2, 4};

    private LinkArt() {}

    static Color colour(LinkLook look, Palette palette) {
        return switch (look) {
            case CONNECTED -> palette.link().connected();
            case CONNECTING -> palette.link().connecting();
            case DOWN -> palette.link().down();
            case DROPPED -> palette.link().dropped();
            case SILENT -> palette.link().silent();
            case CUT -> palette.link().cut();
        };
    }

    /** Sets colour, width and dash; lines stroked next are links of this look. */
    static void style(GraphicsContext gc, LinkLook look, double scale, Palette palette) {
        double width = Math.clamp(1.9 * Math.sqrt(scale), 0.8, 2.4);
        boolean dotted = look == LinkLook.DOWN;
        gc.setStroke(colour(look, palette));
        gc.setLineWidth(look == LinkLook.CONNECTED ? width : Math.max(1.1, width * 0.85));
        gc.setLineCap(dotted ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        gc.setLineDashes(
                switch (look) {
                    case CONNECTED -> SOLID;
                    case CONNECTING -> SHORT_DASHES;
                    case DOWN -> DOTS;
                    case DROPPED -> DASHES;
                    case SILENT -> LONG_DASHES;
                    case CUT -> DASHES_AND_DOTS;
                });
    }

    /** The sign in the middle of a link, for those looks that have one; that of a cut is {@link CutArt}'s. */
    static void mark(GraphicsContext gc, LinkLook look, double x, double y, double size, Palette palette) {
        switch (look) {
            case DROPPED -> cross(gc, x, y, size, palette);
            case SILENT -> hollowCircle(gc, x, y, size, palette);
            case CONNECTED, CONNECTING, DOWN, CUT -> {}
        }
    }

    private static void cross(GraphicsContext gc, double x, double y, double size, Palette palette) {
        gc.setFill(palette.background());
        NodeArt.circle(gc, x, y, size * 1.35);
        gc.setStroke(palette.link().dropped());
        gc.setLineDashes(SOLID);
        gc.setLineCap(StrokeLineCap.ROUND);
        gc.setLineWidth(Math.max(1.8, size * 0.4));
        double arm = size * 0.75;
        gc.strokeLine(x - arm, y - arm, x + arm, y + arm);
        gc.strokeLine(x - arm, y + arm, x + arm, y - arm);
    }

    private static void hollowCircle(GraphicsContext gc, double x, double y, double size, Palette palette) {
        double r = size * 0.85;
        gc.setFill(palette.background());
        NodeArt.circle(gc, x, y, r + 2);
        gc.setStroke(palette.link().silent());
        gc.setLineDashes(SOLID);
        gc.setLineWidth(Math.max(1.6, size * 0.3));
        gc.strokeOval(x - r, y - r, 2 * r, 2 * r);
    }
}

package org.polytorus.simulator.ui.graph;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.ui.fx.Palette;

/** Draws links by their state: colour, dash and a mark in the middle. The legend draws with it, too. */
final class LinkArt {
    private static final double[] SOLID = {};
    private static final double[] SHORT_DASHES = {5, 5};
    private static final double[] DOTS = {1, 5};
    private static final double[] DASHES = {8, 5};
    private static final double[] LONG_DASHES = {14, 6};

    private LinkArt() {}

    /** How a person reads a state. */
    static String text(LinkSnapshot.State state) {
        return switch (state) {
            case CONNECTED -> "Connected";
            case CONNECTING -> "Connecting";
            case DOWN -> "Down: nobody tries";
            case DROPPED -> "Dropped by you";
            case SILENT -> "Silent: swallows messages";
        };
    }

    static Color colour(LinkSnapshot.State state, Palette palette) {
        return switch (state) {
            case CONNECTED -> palette.link().connected();
            case CONNECTING -> palette.link().connecting();
            case DOWN -> palette.link().down();
            case DROPPED -> palette.link().dropped();
            case SILENT -> palette.link().silent();
        };
    }

    /** Sets colour, width and dash; lines stroked next are links of this state. */
    static void style(GraphicsContext gc, LinkSnapshot.State state, double scale, Palette palette) {
        double width = Math.clamp(1.9 * Math.sqrt(scale), 0.8, 2.4);
        boolean dotted = state == LinkSnapshot.State.DOWN;
        gc.setStroke(colour(state, palette));
        gc.setLineWidth(state == LinkSnapshot.State.CONNECTED ? width : Math.max(1.1, width * 0.85));
        gc.setLineCap(dotted ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        gc.setLineDashes(
                switch (state) {
                    case CONNECTED -> SOLID;
                    case CONNECTING -> SHORT_DASHES;
                    case DOWN -> DOTS;
                    case DROPPED -> DASHES;
                    case SILENT -> LONG_DASHES;
                });
    }

    /** The sign in the middle of a link, for those states that have one. */
    static void mark(GraphicsContext gc, LinkSnapshot.State state, double x, double y, double size, Palette palette) {
        switch (state) {
            case DROPPED -> cross(gc, x, y, size, palette);
            case SILENT -> hollowCircle(gc, x, y, size, palette);
            case CONNECTED, CONNECTING, DOWN -> {}
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

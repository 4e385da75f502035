package org.polytorus.simulator.ui.graph;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import org.polytorus.simulator.ui.fx.Palette;

/** Draws one node: its shape by {@link NodeLook} and its ring by chain tip. The legend draws with it, too. */
final class NodeArt {
    /** A node's radius, ring included, in units of the world. */
    static final double WORLD_RADIUS = 24;

    static final double MIN_RADIUS = 4;
    static final double MAX_RADIUS = 44;
    /** Nodes shrink less than the picture, so that a large testnet still shows its nodes. */
    private static final double SHRINKING = 0.75;

    /** A sign smaller than this is a blot. */
    private static final double MIN_BADGE = 5;

    /** What of the radius the shape inside the ring takes. */
    static final double INNER = 0.72;

    private static final double[] SOLID = {};
    private static final double[][] RING_DASHES = {SOLID, {5, 3}, {1.5, 3.5}};

    private NodeArt() {}

    /** A node's radius on the screen: it grows with the zoom, but is never too small to hit. */
    static double radius(Camera camera) {
        return Math.clamp(WORLD_RADIUS * Math.pow(camera.scale(), SHRINKING), MIN_RADIUS, MAX_RADIUS);
    }

    /** Draws ground, shape and sign; not the ring. */
    static void shape(GraphicsContext gc, NodeLook look, double x, double y, double radius, Palette palette) {
        double inner = radius * INNER;
        gc.setFill(palette.background());
        circle(gc, x, y, radius + Math.min(3, radius * 0.2));
        gc.setFill(look.colour(palette));
        switch (look) {
            case HEALTHY -> circle(gc, x, y, inner);
            case DEGRADED -> polygon(gc, x, y, inner * 1.12, 4, 0);
            case UNHEALTHY -> polygon(gc, x, y + inner * 0.12, inner * 1.15, 3, -Math.PI / 2);
            case DISCONNECTED -> polygon(gc, x, y, inner * 1.02, 6, 0);
            case STARTING -> hollow(gc, look, x, y, inner, palette, 1, 3);
            case STOPPED -> hollow(gc, look, x, y, inner, palette, 4, 3);
            case GUEST -> hollowSquare(gc, look, x, y, inner, palette, SOLID);
            case GUEST_AWAY -> hollowSquare(gc, look, x, y, inner, palette, 3, 3);
            case FAILED -> {
                double half = inner * 0.84;
                gc.fillRoundRect(x - half, y - half, 2 * half, 2 * half, half * 0.4, half * 0.4);
                exclamation(gc, x, y, inner, palette.onNode());
            }
        }
    }

    /** Draws the ring of a tip. Beyond the palette's colours the rings are dashed, then dotted. */
    static void ring(GraphicsContext gc, int ring, double x, double y, double radius, Palette palette) {
        double width = Math.max(2, radius * 0.16);
        int colours = palette.tips().size();
        gc.setStroke(palette.tips().get(ring % colours));
        gc.setLineWidth(width);
        gc.setLineCap(StrokeLineCap.BUTT);
        gc.setLineDashes(RING_DASHES[(ring / colours) % RING_DASHES.length]);
        double r = radius - width / 2;
        gc.strokeOval(x - r, y - r, 2 * r, 2 * r);
        gc.setLineDashes(SOLID);
    }

    /** The sign of a node that the user has put where it is. */
    static void pin(GraphicsContext gc, double x, double y, double radius, Palette palette) {
        double size = Math.max(2, radius * 0.2);
        double atX = x + radius * 0.82;
        double atY = y - radius * 0.82;
        gc.setFill(palette.background());
        circle(gc, atX, atY, size + 1.5);
        gc.setFill(palette.text());
        circle(gc, atX, atY, size);
    }

    /** The sign of a node that thinks that it is cut off: a question mark at its upper left. */
    static void suspicion(GraphicsContext gc, double x, double y, double radius, Palette palette) {
        double size = Math.max(MIN_BADGE, radius * 0.38);
        double atX = x - radius * 0.82;
        double atY = y - radius * 0.82;
        gc.setFill(palette.background());
        circle(gc, atX, atY, size + 1.5);
        gc.setFill(palette.node().degraded());
        circle(gc, atX, atY, size);
        questionMark(gc, atX, atY, size, palette.onNode());
    }

    private static void questionMark(GraphicsContext gc, double x, double y, double size, Color colour) {
        double r = size * 0.32;
        double top = y - size * 0.24;
        gc.setStroke(colour);
        gc.setLineWidth(Math.max(1.2, size * 0.2));
        gc.setLineCap(StrokeLineCap.ROUND);
        gc.strokeArc(x - r, top - r, 2 * r, 2 * r, 180, -225, ArcType.OPEN);
        gc.strokeLine(x + r * 0.7, top + r * 0.7, x, y + size * 0.2);
        gc.setLineCap(StrokeLineCap.BUTT);
        gc.setFill(colour);
        circle(gc, x, y + size * 0.58, Math.max(0.8, size * 0.13));
    }

    private static void hollow(
            GraphicsContext gc, NodeLook look, double x, double y, double r, Palette palette, double dash, double gap) {
        gc.setStroke(look.colour(palette));
        gc.setLineWidth(Math.max(1.4, r * 0.14));
        gc.setLineCap(StrokeLineCap.BUTT);
        gc.setLineDashes(dash * gc.getLineWidth() / 2, gap * gc.getLineWidth() / 2);
        gc.strokeOval(x - r, y - r, 2 * r, 2 * r);
        gc.setLineDashes(SOLID);
    }

    private static void hollowSquare(
            GraphicsContext gc, NodeLook look, double x, double y, double r, Palette palette, double... dashes) {
        double half = r * 0.92;
        gc.setStroke(look.colour(palette));
        gc.setLineWidth(Math.max(1.6, r * 0.18));
        gc.setLineCap(StrokeLineCap.BUTT);
        gc.setLineDashes(dashes);
        gc.strokeRect(x - half, y - half, 2 * half, 2 * half);
        gc.setLineDashes(SOLID);
    }

    private static void exclamation(GraphicsContext gc, double x, double y, double inner, Color colour) {
        double width = Math.max(1.2, inner * 0.2);
        gc.setFill(colour);
        gc.fillRoundRect(x - width / 2, y - inner * 0.55, width, inner * 0.68, width, width);
        circle(gc, x, y + inner * 0.42, width * 0.62);
    }

    static void circle(GraphicsContext gc, double x, double y, double r) {
        gc.fillOval(x - r, y - r, 2 * r, 2 * r);
    }

    static void polygon(GraphicsContext gc, double x, double y, double r, int corners, double startAngle) {
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            double angle = startAngle + 2 * Math.PI * i / corners;
            xs[i] = x + r * Math.cos(angle);
            ys[i] = y + r * Math.sin(angle);
        }
        gc.fillPolygon(xs, ys, corners);
    }
}

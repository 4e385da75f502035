package org.polytorus.simulator.ui.graph;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.ui.controls.Quantities;
import org.polytorus.simulator.ui.fx.Palette;

/** Draws what the picture explains: weak spots, or how something spread. */
final class EmphasisPainter {
    private static final double LABEL_SIZE = 11;
    private static final double BAND = 10;
    private static final double BAND_OPACITY = 0.45;
    private static final double SQUARE_GAP = 5;

    private final Lettering lettering;

    EmphasisPainter(Lettering lettering) {
        this.lettering = lettering;
    }

    /** What lies below the links. */
    static void paintBelow(GraphicsContext gc, Emphasis emphasis, Frame frame) {
        if (emphasis instanceof Emphasis.WeakSpots weak) {
            Set<LinkId> bridges = new LinkedHashSet<>(weak.bridges());
            for (GraphScene.LinkMark link : frame.scene().links()) {
                if (bridges.contains(link.id())) {
                    band(
                            gc,
                            frame.x(link.a()),
                            frame.y(link.a()),
                            frame.x(link.b()),
                            frame.y(link.b()),
                            frame.palette());
                }
            }
        }
    }

    /** What lies above the links and below the nodes. */
    static void paintBetween(GraphicsContext gc, Emphasis emphasis, Frame frame) {
        if (emphasis instanceof Emphasis.Spread spread) {
            Map<NodeName, Integer> places = frame.scene().places();
            for (Emphasis.Delivery delivery : spread.deliveries()) {
                Integer from = delivery.from() == null ? null : places.get(delivery.from());
                Integer to = places.get(delivery.node());
                if (from != null && to != null) {
                    arrow(gc, frame, from, to);
                }
            }
        }
    }

    /** What lies above the nodes. */
    void paintAbove(GraphicsContext gc, Emphasis emphasis, Frame frame, LabelRoom room) {
        switch (emphasis) {
            case Emphasis.Nothing nothing -> {}
            case Emphasis.WeakSpots weak -> {
                Map<NodeName, Integer> places = frame.scene().places();
                for (NodeName node : weak.nodes()) {
                    Integer place = places.get(node);
                    if (place != null) {
                        square(gc, frame.x(place), frame.y(place), frame.radius(), frame.palette());
                    }
                }
            }
            case Emphasis.Spread spread -> {
                Map<NodeName, Integer> places = frame.scene().places();
                label(gc, "origin", places.get(spread.origin()), frame, room);
                for (Emphasis.Delivery delivery : spread.deliveries()) {
                    label(gc, Quantities.millis(delivery.nanos()), places.get(delivery.node()), frame, room);
                }
            }
        }
    }

    private void label(GraphicsContext gc, String text, @Nullable Integer node, Frame frame, LabelRoom room) {
        if (node != null) {
            double y = frame.y(node) - frame.radius() - LABEL_SIZE;
            lettering.label(gc, text, frame.x(node), y, lettering.bold(LABEL_SIZE), room, frame.palette());
        }
    }

    /** The sign of a link of which the loss splits a part; the legend draws with it, too. */
    static void band(GraphicsContext gc, double ax, double ay, double bx, double by, Palette palette) {
        gc.setStroke(faded(palette.node().degraded(), BAND_OPACITY));
        gc.setLineDashes();
        gc.setLineCap(StrokeLineCap.BUTT);
        gc.setLineWidth(BAND);
        gc.strokeLine(ax, ay, bx, by);
    }

    /** The sign of a node of which the loss splits a part. */
    static void square(GraphicsContext gc, double x, double y, double radius, Palette palette) {
        double half = radius + SQUARE_GAP;
        gc.setStroke(palette.node().degraded());
        gc.setLineDashes();
        gc.setLineWidth(2.2);
        gc.strokeRect(x - half, y - half, 2 * half, 2 * half);
    }

    private static void arrow(GraphicsContext gc, Frame frame, int from, int to) {
        double dx = frame.x(to) - frame.x(from);
        double dy = frame.y(to) - frame.y(from);
        double length = Math.hypot(dx, dy);
        double edge = frame.radius() + 3;
        if (length <= 2 * edge) {
            return;
        }
        delivery(
                gc,
                frame.x(from) + dx / length * edge,
                frame.y(from) + dy / length * edge,
                frame.x(to) - dx / length * edge,
                frame.y(to) - dy / length * edge,
                Math.clamp(frame.radius() * 0.22, 2, 5),
                frame.palette());
    }

    /** The sign of a first delivery: a thick line whose head says where to; the legend draws with it, too. */
    static void delivery(
            GraphicsContext gc, double ax, double ay, double bx, double by, double width, Palette palette) {
        double angle = Math.atan2(by - ay, bx - ax);
        double head = width * 2.6;
        gc.setStroke(palette.message().block());
        gc.setLineDashes();
        gc.setLineCap(StrokeLineCap.BUTT);
        gc.setLineWidth(width);
        gc.strokeLine(ax, ay, bx - Math.cos(angle) * head * 0.9, by - Math.sin(angle) * head * 0.9);
        gc.setFill(palette.message().block());
        gc.fillPolygon(
                new double[] {bx, bx - head * Math.cos(angle - 0.5), bx - head * Math.cos(angle + 0.5)},
                new double[] {by, by - head * Math.sin(angle - 0.5), by - head * Math.sin(angle + 0.5)},
                3);
    }

    private static Color faded(Color colour, double opacity) {
        return colour.deriveColor(0, 1, 1, opacity);
    }
}

package org.polytorus.simulator.ui.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.polytorus.simulator.model.NodeName;

/**
 * Draws what moves above the still picture: messages, the highlight of what is selected or under the mouse, and the lasso.
 */
final class MotionPainter {
    /** Messages keep to the right of their link, so that the two directions do not meet. */
    private static final double LANE = 3.5;

    private static final double SELECTED_GLOW = 0.42;
    private static final double HOVER_GLOW = 0.22;

    private final StillPainter names;

    MotionPainter(StillPainter names) {
        this.names = names;
    }

    /** Clears and draws the upper layer. */
    void paint(Canvas canvas, Frame frame, Pointing pointing, List<Dots.Dot> dots, long nanos) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        if (!pointing.hovered().equals(pointing.selected())) {
            highlight(gc, frame, pointing.hovered(), HOVER_GLOW);
        }
        highlight(gc, frame, pointing.selected(), SELECTED_GLOW);
        for (DotKind kind : DotKind.values()) {
            paintDots(gc, frame, dots, kind, nanos);
        }
        LassoArt.paint(gc, pointing.lasso(), frame.palette());
    }

    private static void paintDots(GraphicsContext gc, Frame frame, List<Dots.Dot> dots, DotKind kind, long nanos) {
        double radius = frame.radius();
        double size = Math.clamp(radius * 0.22, 2.4, 6.5);
        boolean styled = false;
        for (Dots.Dot dot : dots) {
            double progress = dot.progress(nanos);
            if (dot.kind() != kind || progress < 0 || progress > dot.reach()) {
                continue;
            }
            if (!styled) {
                DotArt.style(gc, kind, size, frame.palette());
                styled = true;
            }
            double fromX = frame.x(dot.from());
            double fromY = frame.y(dot.from());
            double dx = frame.x(dot.to()) - fromX;
            double dy = frame.y(dot.to()) - fromY;
            double length = Math.hypot(dx, dy);
            if (length > 2 * radius) {
                double along = (radius + (length - 2 * radius) * progress) / length;
                double x = fromX + dx * along - dy / length * LANE;
                double y = fromY + dy * along + dx / length * LANE;
                DotArt.draw(gc, kind, x, y, size);
            }
        }
    }

    private void highlight(GraphicsContext gc, Frame frame, Selection selection, double strength) {
        switch (selection) {
            case Selection.Nothing nothing -> {}
            case Selection.OfLink picked -> {
                int link = frame.scene().indexOf(picked.link());
                if (link >= 0) {
                    glowLink(gc, frame.scene().links().get(link), frame, strength);
                }
            }
            case Selection.OfNode picked -> {
                int node = frame.scene().indexOf(picked.node());
                if (node >= 0) {
                    for (GraphScene.LinkMark link : frame.scene().links()) {
                        if (link.a() == node || link.b() == node) {
                            glowLink(gc, link, frame, strength * 0.6);
                        }
                    }
                    circleNode(gc, frame, node, strength);
                    nameNode(gc, frame, node, strength);
                }
            }
            case Selection.OfNodes picked -> highlightAll(gc, frame, picked, strength);
        }
    }

    /** The links that join them with the others and are not cut yet glow: they are what a split would cut. */
    private static void highlightAll(GraphicsContext gc, Frame frame, Selection.OfNodes picked, double strength) {
        Set<NodeName> names = new LinkedHashSet<>(picked.nodes());
        List<GraphScene.NodeMark> nodes = frame.scene().nodes();
        for (GraphScene.LinkMark link : frame.scene().links()) {
            boolean leadsOut = names.contains(nodes.get(link.a()).name())
                    != names.contains(nodes.get(link.b()).name());
            if (leadsOut && link.cut() != CutLook.BOTH) {
                glowLink(gc, link, frame, strength * 0.6);
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (names.contains(nodes.get(i).name())) {
                circleNode(gc, frame, i, strength);
            }
        }
    }

    private static void circleNode(GraphicsContext gc, Frame frame, int node, double strength) {
        double x = frame.x(node);
        double y = frame.y(node);
        double r = frame.radius() + 4;
        boolean selected = strength >= SELECTED_GLOW;
        gc.setLineDashes();
        gc.setLineWidth(selected ? 3 : 2);
        gc.setStroke(
                selected ? frame.palette().highlight() : faded(frame.palette().highlight(), 0.6));
        gc.strokeOval(x - r, y - r, 2 * r, 2 * r);
    }

    private void nameNode(GraphicsContext gc, Frame frame, int node, double strength) {
        double x = frame.x(node);
        double y = frame.y(node);
        boolean selected = strength >= SELECTED_GLOW;
        String name = frame.scene().nodes().get(node).name().value();
        int maxLength = selected ? Lettering.MAX_NAME_LENGTH : name.length();
        names.name(gc, Lettering.shortened(name, maxLength), names.nameBox(name, x, y, frame, maxLength), frame);
    }

    private static void glowLink(GraphicsContext gc, GraphScene.LinkMark link, Frame frame, double strength) {
        double ax = frame.x(link.a());
        double ay = frame.y(link.a());
        double bx = frame.x(link.b());
        double by = frame.y(link.b());
        double length = Math.hypot(bx - ax, by - ay);
        double edge = frame.radius() + 2;
        if (length <= 2 * edge) {
            return;
        }
        double ux = (bx - ax) / length * edge;
        double uy = (by - ay) / length * edge;
        gc.setLineDashes();
        gc.setLineCap(StrokeLineCap.ROUND);
        gc.setLineWidth(Math.clamp(frame.radius() * 0.5, 5, 10));
        gc.setStroke(faded(frame.palette().highlight(), strength));
        gc.strokeLine(ax + ux, ay + uy, bx - ux, by - uy);
        gc.setLineCap(StrokeLineCap.BUTT);
    }

    private static Color faded(Color colour, double opacity) {
        return colour.deriveColor(0, 1, 1, opacity);
    }
}

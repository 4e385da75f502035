package org.polytorus.simulator.ui.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import org.polytorus.simulator.ui.fx.Palette;

/** Draws the sides of partitions as soft grounds: around each node, and along the links inside a side. */
final class SideArt {
    /** In radii of a node. */
    private static final double REACH = 1.9;

    /** A side with more links inside is drawn around its nodes alone, since its links would fill the picture. */
    private static final int MAX_BANDS = 400;

    private SideArt() {}

    static Color colour(int side, Palette palette) {
        return palette.sides().get(side % palette.sides().size());
    }

    /** All grounds; each side is one shape, so that it is evenly tinted where its parts overlap. */
    static void paint(GraphicsContext gc, Frame frame) {
        gc.setFillRule(FillRule.NON_ZERO);
        for (SideMark side : frame.scene().sides()) {
            double reach = Math.max(frame.radius() * REACH, 9);
            gc.beginPath();
            side.nodes().forEach(node -> disc(gc, frame.x(node), frame.y(node), reach));
            for (GraphScene.LinkMark link : inside(frame, side)) {
                band(gc, frame.x(link.a()), frame.y(link.a()), frame.x(link.b()), frame.y(link.b()), reach * 0.7);
            }
            gc.setFill(colour(side.number(), frame.palette()));
            gc.fill();
        }
    }

    private static List<GraphScene.LinkMark> inside(Frame frame, SideMark side) {
        Set<Integer> nodes = new LinkedHashSet<>(side.nodes());
        List<GraphScene.LinkMark> inside = new ArrayList<>();
        for (GraphScene.LinkMark link : frame.scene().links()) {
            if (link.cut() == CutLook.NONE && nodes.contains(link.a()) && nodes.contains(link.b())) {
                inside.add(link);
            }
        }
        return inside.size() > MAX_BANDS ? List.of() : inside;
    }

    private static void disc(GraphicsContext gc, double x, double y, double r) {
        gc.moveTo(x + r, y);
        gc.arc(x, y, r, r, 0, -360);
        gc.closePath();
    }

    /** A quadrangle that turns the same way as the discs, on the screen, whichever end comes first. */
    private static void band(GraphicsContext gc, double ax, double ay, double bx, double by, double half) {
        double length = Math.max(1e-6, Math.hypot(bx - ax, by - ay));
        double px = -(by - ay) / length * half;
        double py = (bx - ax) / length * half;
        gc.moveTo(ax - px, ay - py);
        gc.lineTo(bx - px, by - py);
        gc.lineTo(bx + px, by + py);
        gc.lineTo(ax + px, ay + py);
        gc.closePath();
    }
}

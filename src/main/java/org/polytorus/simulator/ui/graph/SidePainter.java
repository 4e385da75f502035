package org.polytorus.simulator.ui.graph;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;

/** Draws the sides of partitions with their names. */
final class SidePainter {
    private static final double NAME_SIZE = 13;

    private static final double NAME_HEIGHT = NAME_SIZE + 5;

    /** How much wider than plain letters bold ones are at the most. */
    private static final double BOLDNESS = 1.2;

    /** How many places further out are tried on each way, where the first is taken by another name or by nodes. */
    private static final int STEPS_OUT = 4;

    /** The ways out of a side on which its name may stand, best first: up, down, left, right, and between them. */
    private static final int[][] WAYS = {{0, -1}, {0, 1}, {-1, 0}, {1, 0}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}};

    private final Lettering lettering;

    SidePainter(Lettering lettering) {
        this.lettering = lettering;
    }

    /** The grounds; everything else is drawn on them. */
    static void paintBelow(GraphicsContext gc, Frame frame) {
        SideArt.paint(gc, frame);
    }

    /** The names, each beside the outermost node of its side in the first direction where there is room. */
    void paintNames(GraphicsContext gc, Frame frame, LabelRoom room) {
        for (SideMark side : frame.scene().sides()) {
            if (!side.nodes().isEmpty()) {
                paintName(gc, side, frame, room);
            }
        }
    }

    private void paintName(GraphicsContext gc, SideMark side, Frame frame, LabelRoom room) {
        String name = Lettering.shortened(side.label(), Lettering.MAX_NAME_LENGTH);
        double width = BOLDNESS * lettering.width(name, NAME_SIZE) + 2 * Lettering.LABEL_PADDING;
        place(side, width, frame, room)
                .ifPresent(at -> lettering.label(
                        gc, name, at.getX(), at.getY(), lettering.bold(NAME_SIZE), room, frame.palette()));
    }

    /** Where a name so wide stands; nowhere if everything around the side is taken or beyond the edge of the picture. */
    static Optional<Point2D> place(SideMark side, double width, Frame frame, LabelRoom room) {
        double gap = frame.radius() + NAME_SIZE + 2;
        for (int step = 0; step < STEPS_OUT; step++) {
            for (int[] way : WAYS) {
                int node = outermost(side, way, frame);
                double x = frame.x(node) + way[0] * (gap + width / 2 + step * NAME_SIZE);
                double y = frame.y(node) + way[1] * (gap + step * NAME_SIZE * 1.5);
                if (room.isFree(x, y, width, NAME_HEIGHT)) {
                    return Optional.of(new Point2D(x, y));
                }
            }
        }
        return Optional.empty();
    }

    private static int outermost(SideMark side, int[] way, Frame frame) {
        int outermost = side.nodes().getFirst();
        double furthest = Double.NEGATIVE_INFINITY;
        for (int node : side.nodes()) {
            double distance = way[0] * frame.x(node) + way[1] * frame.y(node);
            if (distance > furthest) {
                furthest = distance;
                outermost = node;
            }
        }
        return outermost;
    }
}

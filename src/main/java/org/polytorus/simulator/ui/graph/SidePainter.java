package org.polytorus.simulator.ui.graph;

import javafx.scene.canvas.GraphicsContext;

/** Draws the sides of partitions with their names. */
final class SidePainter {
    private static final double NAME_SIZE = 13;

    private final Lettering lettering;

    SidePainter(Lettering lettering) {
        this.lettering = lettering;
    }

    /** The grounds; everything else is drawn on them. */
    static void paintBelow(GraphicsContext gc, Frame frame) {
        SideArt.paint(gc, frame);
    }

    /** The names, each above its side, or below where there is no room. */
    void paintNames(GraphicsContext gc, Frame frame, LabelRoom room) {
        for (SideMark side : frame.scene().sides()) {
            if (side.nodes().isEmpty()) {
                continue;
            }
            int top = side.nodes().getFirst();
            int bottom = top;
            for (int node : side.nodes()) {
                top = frame.y(node) < frame.y(top) ? node : top;
                bottom = frame.y(node) > frame.y(bottom) ? node : bottom;
            }
            double gap = frame.radius() + NAME_SIZE + 2;
            String name = Lettering.shortened(side.label(), Lettering.MAX_NAME_LENGTH);
            if (!name(gc, name, frame.x(top), frame.y(top) - gap, frame, room)) {
                name(gc, name, frame.x(bottom), frame.y(bottom) + gap + NAME_SIZE, frame, room);
            }
        }
    }

    private boolean name(GraphicsContext gc, String name, double x, double y, Frame frame, LabelRoom room) {
        return lettering.label(gc, name, x, y, lettering.bold(NAME_SIZE), room, frame.palette());
    }
}

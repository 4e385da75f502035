package org.polytorus.simulator.ui.graph;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;

/** Draws the links of a picture, the signs on them and what is asked of them. */
final class LinkPainter {
    private static final double CONDITION_SIZE = 11;

    /** Up to this many links are drawn in their full colour. */
    private static final int SOLID_LINKS = 250;

    private static final double MIN_OPACITY = 0.55;

    /** Up to this many links that partitions cut are drawn in their full colour, and each carries its wall. */
    private static final int SOLID_CUTS = 60;

    private static final double MIN_CUT_OPACITY = 0.5;

    private final Lettering lettering;

    LinkPainter(Lettering lettering) {
        this.lettering = lettering;
    }

    /** All lines. */
    static void stroke(GraphicsContext gc, Frame frame) {
        for (LinkLook look : LinkLook.values()) {
            stroke(gc, frame, look);
        }
    }

    /** All links of a look as one path: several times faster than line by line. */
    private static void stroke(GraphicsContext gc, Frame frame, LinkLook look) {
        boolean any = false;
        gc.beginPath();
        for (GraphScene.LinkMark link : frame.scene().links()) {
            if (link.look() == look) {
                gc.moveTo(frame.x(link.a()), frame.y(link.a()));
                gc.lineTo(frame.x(link.b()), frame.y(link.b()));
                any = true;
            }
        }
        if (any) {
            LinkArt.style(gc, look, frame.camera().scale(), frame.palette());
            double opacity = opacity(look, frame);
            gc.setGlobalAlpha(opacity);
            gc.setLineWidth(gc.getLineWidth() * Math.sqrt(opacity));
            gc.stroke();
            gc.setGlobalAlpha(1);
        }
        gc.setLineDashes();
        gc.setLineCap(StrokeLineCap.BUTT);
    }

    /**
     * Many links lie on each other: ordinary ones step back, so that nodes and faults stand out. Zoomed in there are
     * fewer of them to a screen.
     */
    private static double opacity(LinkLook look, Frame frame) {
        return switch (look) {
            case CONNECTED ->
                Math.clamp(SOLID_LINKS / crowd(frame.scene().links().size(), frame), MIN_OPACITY, 1);
            case CUT -> Math.clamp(SOLID_CUTS / crowd(cuts(frame), frame), MIN_CUT_OPACITY, 1);
            case CONNECTING, DOWN, DROPPED, SILENT -> 1;
        };
    }

    private static double crowd(long links, Frame frame) {
        return Math.max(1, links / Math.max(1, 2 * frame.camera().scale()));
    }

    private static long cuts(Frame frame) {
        return frame.scene().links().stream()
                .filter(link -> link.look() == LinkLook.CUT)
                .count();
    }

    /** Signs in the middle of the links, and words where there is room. */
    void decorate(GraphicsContext gc, Frame frame, LabelRoom room) {
        boolean wallsNeedRoom = crowd(cuts(frame), frame) > SOLID_CUTS;
        for (GraphScene.LinkMark link : frame.scene().links()) {
            decorate(gc, link, frame, room, !wallsNeedRoom || takesRoomForWall(link, frame, room));
        }
    }

    /** Keeps room for a wall; false where it would lie on a node or on another wall: the dashes of the line tell of the cut too. */
    static boolean takesRoomForWall(GraphScene.LinkMark link, Frame frame, LabelRoom room) {
        double size = signSize(frame);
        double x = (frame.x(link.a()) + frame.x(link.b())) / 2;
        double y = (frame.y(link.a()) + frame.y(link.b())) / 2;
        return link.look() == LinkLook.CUT && room.take(x, y, 3 * size, 2 * size);
    }

    private static double signSize(Frame frame) {
        return Math.clamp(frame.radius() * 0.36, 3.5, 8);
    }

    private void decorate(GraphicsContext gc, GraphScene.LinkMark link, Frame frame, LabelRoom room, boolean hasWall) {
        double ax = frame.x(link.a());
        double ay = frame.y(link.a());
        double bx = frame.x(link.b());
        double by = frame.y(link.b());
        double x = (ax + bx) / 2;
        double y = (ay + by) / 2;
        double size = signSize(frame);
        if (link.look() == LinkLook.CUT) {
            if (hasWall) {
                CutArt.mark(gc, link.cut(), x, y, Math.atan2(by - ay, bx - ax), size, frame.palette());
            }
        } else {
            LinkArt.mark(gc, link.look(), x, y, size, frame.palette());
        }
        if (link.label().isEmpty()) {
            return;
        }
        double labelY = link.look().hasSign() ? y + size + CONDITION_SIZE : y;
        double free = Math.hypot(bx - ax, by - ay) - 2 * frame.radius();
        double width = lettering.width(link.label(), CONDITION_SIZE);
        if (free > Math.min(width, 3 * CONDITION_SIZE)) {
            lettering.label(gc, link.label(), x, labelY, lettering.plain(CONDITION_SIZE), room, frame.palette());
        }
    }
}

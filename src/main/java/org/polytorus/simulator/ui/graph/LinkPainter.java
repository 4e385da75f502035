package org.polytorus.simulator.ui.graph;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;

/** Draws the links of a picture, the signs on them and what is asked of them. */
final class LinkPainter {
    private static final double CONDITION_SIZE = 11;

    /** Up to this many links are drawn in their full colour. */
    private static final int SOLID_LINKS = 250;

    private static final double MIN_OPACITY = 0.55;

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
        if (look != LinkLook.CONNECTED) {
            return 1;
        }
        double crowd =
                frame.scene().links().size() / Math.max(1, 2 * frame.camera().scale());
        return Math.clamp(SOLID_LINKS / crowd, MIN_OPACITY, 1);
    }

    /** Signs in the middle of the links, and words where there is room. */
    void decorate(GraphicsContext gc, Frame frame, LabelRoom room) {
        for (GraphScene.LinkMark link : frame.scene().links()) {
            decorate(gc, link, frame, room);
        }
    }

    private void decorate(GraphicsContext gc, GraphScene.LinkMark link, Frame frame, LabelRoom room) {
        double ax = frame.x(link.a());
        double ay = frame.y(link.a());
        double bx = frame.x(link.b());
        double by = frame.y(link.b());
        double x = (ax + bx) / 2;
        double y = (ay + by) / 2;
        double size = Math.clamp(frame.radius() * 0.36, 3.5, 8);
        if (link.look() == LinkLook.CUT) {
            CutArt.mark(gc, link.cut(), x, y, Math.atan2(by - ay, bx - ax), size, frame.palette());
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

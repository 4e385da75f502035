package org.polytorus.simulator.ui.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.ui.fx.Palette;

/** Draws what stands still: links, nodes and their names. */
final class StillPainter {
    /** Nodes smaller than this carry no figure. */
    private static final double MIN_HEIGHT_RADIUS = 11;
    /** Nodes smaller than this carry no name unless they are hovered. */
    private static final double MIN_NAME_RADIUS = 5.5;

    /** Room for the circle around a selected node. */
    private static final double NAME_GAP = 6;

    private static final double LABEL_PADDING = 3;
    private static final double CONDITION_SIZE = 11;

    /** Up to this many links are drawn in their full colour. */
    private static final int SOLID_LINKS = 250;

    private static final double MIN_OPACITY = 0.55;

    private final Lettering lettering;
    /** Names shown last time go first, so that none blinks while the layout moves. */
    private final Set<NodeName> shownNames = new LinkedHashSet<>();

    StillPainter(Lettering lettering) {
        this.lettering = lettering;
    }

    /** Draws everything anew. */
    void paint(Canvas canvas, Frame frame) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        for (LinkSnapshot.State state : LinkSnapshot.State.values()) {
            strokeLinks(gc, frame, state);
        }
        LabelRoom room = new LabelRoom(canvas.getWidth(), canvas.getHeight());
        double radius = frame.radius();
        for (int i = 0; i < frame.scene().nodes().size(); i++) {
            room.block(frame.x(i), frame.y(i), radius);
        }
        for (GraphScene.LinkMark link : frame.scene().links()) {
            decorate(gc, link, frame, room);
        }
        for (int i = 0; i < frame.scene().nodes().size(); i++) {
            paintNode(gc, frame.scene().nodes().get(i), frame, i);
        }
        paintNames(gc, frame, room);
    }

    /** All links of a state as one path: several times faster than line by line. */
    private static void strokeLinks(GraphicsContext gc, Frame frame, LinkSnapshot.State state) {
        boolean any = false;
        gc.beginPath();
        for (GraphScene.LinkMark link : frame.scene().links()) {
            if (link.state() == state) {
                gc.moveTo(frame.x(link.a()), frame.y(link.a()));
                gc.lineTo(frame.x(link.b()), frame.y(link.b()));
                any = true;
            }
        }
        if (any) {
            LinkArt.style(gc, state, frame.camera().scale(), frame.palette());
            double opacity = opacity(state, frame);
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
    private static double opacity(LinkSnapshot.State state, Frame frame) {
        if (state != LinkSnapshot.State.CONNECTED) {
            return 1;
        }
        double crowd =
                frame.scene().links().size() / Math.max(1, 2 * frame.camera().scale());
        return Math.clamp(SOLID_LINKS / crowd, MIN_OPACITY, 1);
    }

    private void decorate(GraphicsContext gc, GraphScene.LinkMark link, Frame frame, LabelRoom room) {
        double ax = frame.x(link.a());
        double ay = frame.y(link.a());
        double bx = frame.x(link.b());
        double by = frame.y(link.b());
        double x = (ax + bx) / 2;
        double y = (ay + by) / 2;
        double size = Math.clamp(frame.radius() * 0.36, 3.5, 8);
        LinkArt.mark(gc, link.state(), x, y, size, frame.palette());
        if (link.label().isEmpty()) {
            return;
        }
        boolean marked = link.state() == LinkSnapshot.State.DROPPED || link.state() == LinkSnapshot.State.SILENT;
        double labelY = marked ? y + size + CONDITION_SIZE : y;
        double width = lettering.width(link.label(), CONDITION_SIZE);
        double free = Math.hypot(bx - ax, by - ay) - 2 * frame.radius();
        boolean fits = free > Math.min(width, 3 * CONDITION_SIZE);
        if (fits && room.take(x, labelY, width + 2 * LABEL_PADDING, CONDITION_SIZE + 5)) {
            plate(gc, x, labelY, width + 2 * LABEL_PADDING, CONDITION_SIZE + 5, frame.palette());
            gc.setFont(lettering.plain(CONDITION_SIZE));
            gc.setFill(frame.palette().text());
            gc.fillText(link.label(), x, labelY);
        }
    }

    private void paintNode(GraphicsContext gc, GraphScene.NodeMark node, Frame frame, int i) {
        double x = frame.x(i);
        double y = frame.y(i);
        double radius = frame.radius();
        NodeArt.shape(gc, node.look(), x, y, radius, frame.palette());
        if (node.ring() >= 0) {
            NodeArt.ring(gc, node.ring(), x, y, radius, frame.palette());
        }
        boolean hasHeight = node.look() != NodeLook.FAILED && node.look() != NodeLook.GUEST_AWAY;
        if (radius >= MIN_HEIGHT_RADIUS && hasHeight) {
            paintHeight(gc, node, x, y, radius, frame.palette());
        }
        if (node.suspicious()) {
            NodeArt.suspicion(gc, x, y, radius, frame.palette());
        }
        if (frame.layout().isPinned(i)) {
            NodeArt.pin(gc, x, y, radius, frame.palette());
        }
    }

    private void paintHeight(
            GraphicsContext gc, GraphScene.NodeMark node, double x, double y, double radius, Palette palette) {
        String text = node.look() == NodeLook.STARTING ? "…" : Lettering.height(node.height());
        double space = radius * NodeArt.INNER * (node.look() == NodeLook.UNHEALTHY ? 1.1 : 1.55);
        double size = Math.clamp(radius * 0.52, 8, 21);
        double width = lettering.width(text, size);
        if (width > space) {
            size = size * space / width;
        }
        if (size >= 7) {
            gc.setFont(lettering.bold(size));
            gc.setFill(node.look().filled() ? palette.onNode() : palette.mutedText());
            gc.fillText(text, x, node.look() == NodeLook.UNHEALTHY ? y + radius * 0.16 : y);
        }
    }

    private void paintNames(GraphicsContext gc, Frame frame, LabelRoom room) {
        Set<NodeName> before = new LinkedHashSet<>(shownNames);
        shownNames.clear();
        if (frame.radius() < MIN_NAME_RADIUS) {
            return;
        }
        for (boolean keeping : new boolean[] {true, false}) {
            List<GraphScene.NodeMark> nodes = frame.scene().nodes();
            for (int i = 0; i < nodes.size(); i++) {
                NodeName name = nodes.get(i).name();
                if (before.contains(name) == keeping) {
                    double x = frame.x(i);
                    double y = frame.y(i);
                    if (paintName(gc, name, x, y, frame, room)) {
                        shownNames.add(name);
                    }
                }
            }
        }
    }

    private boolean paintName(GraphicsContext gc, NodeName name, double x, double y, Frame frame, LabelRoom room) {
        BoundingBox box = nameBox(name.value(), x, y, frame, Lettering.MAX_NAME_LENGTH);
        if (!room.take(box.getCenterX(), box.getCenterY(), box.getWidth(), box.getHeight())) {
            return false;
        }
        name(gc, Lettering.shortened(name.value(), Lettering.MAX_NAME_LENGTH), box, frame);
        return true;
    }

    /** Where the name of a node stands. */
    BoundingBox nameBox(String name, double x, double y, Frame frame, int maxLength) {
        double size = nameSize(frame);
        double width = lettering.width(Lettering.shortened(name, maxLength), size) + 2 * LABEL_PADDING;
        double height = size + 4;
        return new BoundingBox(x - width / 2, y + frame.radius() + NAME_GAP, width, height);
    }

    /** Draws a name on a plate that keeps links from crossing it. */
    void name(GraphicsContext gc, String text, BoundingBox box, Frame frame) {
        plate(gc, box.getCenterX(), box.getCenterY(), box.getWidth(), box.getHeight(), frame.palette());
        gc.setFont(lettering.plain(nameSize(frame)));
        gc.setFill(frame.palette().text());
        gc.fillText(text, box.getCenterX(), box.getCenterY());
    }

    private static double nameSize(Frame frame) {
        return Math.clamp(8.5 + frame.radius() * 0.18, 10, 14);
    }

    private static void plate(GraphicsContext gc, double x, double y, double width, double height, Palette palette) {
        gc.setFill(palette.background().deriveColor(0, 1, 1, 0.86));
        gc.fillRoundRect(x - width / 2, y - height / 2, width, height, 6, 6);
    }
}

package org.polytorus.simulator.ui.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.ui.fx.Palette;

/** Draws what stands still: sides of partitions, links, nodes and their names. */
final class StillPainter {
    /** Nodes smaller than this carry no figure. */
    private static final double MIN_HEIGHT_RADIUS = 11;
    /** Nodes smaller than this carry no name unless they are hovered. */
    private static final double MIN_NAME_RADIUS = 5.5;

    /** Room for the circle around a selected node. */
    private static final double NAME_GAP = 6;

    private final Lettering lettering;
    private final LinkPainter links;
    private final SidePainter sides;
    private final EmphasisPainter explanation;
    /** Names shown last time go first, so that none blinks while the layout moves. */
    private final Set<NodeName> shownNames = new LinkedHashSet<>();

    StillPainter(Lettering lettering) {
        this.lettering = lettering;
        links = new LinkPainter(lettering);
        sides = new SidePainter(lettering);
        explanation = new EmphasisPainter(lettering);
    }

    /** Draws everything anew. */
    void paint(Canvas canvas, Frame frame, Emphasis emphasis) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        SidePainter.paintBelow(gc, frame);
        EmphasisPainter.paintBelow(gc, emphasis, frame);
        LinkPainter.stroke(gc, frame);
        EmphasisPainter.paintBetween(gc, emphasis, frame);
        LabelRoom room = new LabelRoom(canvas.getWidth(), canvas.getHeight());
        double radius = frame.radius();
        for (int i = 0; i < frame.scene().nodes().size(); i++) {
            room.block(frame.x(i), frame.y(i), radius);
        }
        sides.paintNames(gc, frame, room);
        links.decorate(gc, frame, room);
        for (int i = 0; i < frame.scene().nodes().size(); i++) {
            paintNode(gc, frame.scene().nodes().get(i), frame, i);
        }
        explanation.paintAbove(gc, emphasis, frame, room);
        paintNames(gc, frame, room);
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
        double width = lettering.width(Lettering.shortened(name, maxLength), size) + 2 * Lettering.LABEL_PADDING;
        double height = size + 4;
        return new BoundingBox(x - width / 2, y + frame.radius() + NAME_GAP, width, height);
    }

    /** Draws a name on a plate that keeps links from crossing it. */
    void name(GraphicsContext gc, String text, BoundingBox box, Frame frame) {
        Lettering.plate(gc, box.getCenterX(), box.getCenterY(), box.getWidth(), box.getHeight(), frame.palette());
        gc.setFont(lettering.plain(nameSize(frame)));
        gc.setFill(frame.palette().text());
        gc.fillText(text, box.getCenterX(), box.getCenterY());
    }

    private static double nameSize(Frame frame) {
        return Math.clamp(8.5 + frame.radius() * 0.18, 10, 14);
    }
}

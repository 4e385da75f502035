package org.polytorus.simulator.ui.graph;

/** Finds what lies under a point of the screen. Nodes come before links, since links end in them. */
final class Picker {
    /** How far from a node's edge a click still means it, in pixels. */
    static final double NODE_TOLERANCE = 4;
    /** How far from a link a click still means it, in pixels. */
    static final double LINK_TOLERANCE = 6;

    private Picker() {}

    /** What is nearest to the point within the tolerances, or nothing. */
    static Selection at(Frame frame, double screenX, double screenY) {
        int node = nodeAt(frame, screenX, screenY);
        if (node >= 0) {
            return new Selection.OfNode(frame.scene().nodes().get(node).name());
        }
        int link = linkAt(frame, screenX, screenY);
        return link >= 0 ? new Selection.OfLink(frame.scene().links().get(link).id()) : Selection.NONE;
    }

    private static int nodeAt(Frame frame, double x, double y) {
        double nearest = frame.radius() + NODE_TOLERANCE;
        int found = -1;
        for (int i = 0; i < frame.scene().nodes().size(); i++) {
            double distance = Math.hypot(frame.x(i) - x, frame.y(i) - y);
            if (distance <= nearest) {
                nearest = distance;
                found = i;
            }
        }
        return found;
    }

    private static int linkAt(Frame frame, double x, double y) {
        double nearest = LINK_TOLERANCE;
        int found = -1;
        for (int i = 0; i < frame.scene().links().size(); i++) {
            GraphScene.LinkMark link = frame.scene().links().get(i);
            double distance =
                    toSegment(x, y, frame.x(link.a()), frame.y(link.a()), frame.x(link.b()), frame.y(link.b()));
            if (distance <= nearest) {
                nearest = distance;
                found = i;
            }
        }
        return found;
    }

    /** The distance of a point to the line between two others, ends included. */
    static double toSegment(double x, double y, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((x - ax) * dx + (y - ay) * dy) / square, 0.0, 1.0);
        return Math.hypot(ax + along * dx - x, ay + along * dy - y);
    }
}

package org.polytorus.simulator.ui.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A line that is drawn by hand around something, on the screen, in pixels. It is closed by a straight line from its end to its
 * beginning. Where it crosses itself, everything that it goes around is inside.
 */
final class Lasso {
    /** With more points than this, every second one is left out: a line so long is as good without them. */
    static final int MAX_POINTS = 1_024;

    /** Points nearer than this to the last are left out. */
    static final double STEP = 3;

    /** A place on the screen. */
    record Point(double x, double y) {}

    private final List<Point> points = new ArrayList<>();
    private double step = STEP;

    /** Draws on to a place. */
    void add(double x, double y) {
        if (!points.isEmpty() && Math.hypot(x - points.getLast().x, y - points.getLast().y) < step) {
            return;
        }
        points.add(new Point(x, y));
        if (points.size() > MAX_POINTS) {
            thin();
        }
    }

    void clear() {
        points.clear();
        step = STEP;
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    List<Point> points() {
        return List.copyOf(points);
    }

    /** Whether a place lies inside: the line goes around it, not counting the ways that cancel each other. */
    boolean encloses(double x, double y) {
        int turns = 0;
        for (int i = 0; i < points.size(); i++) {
            Point from = points.get(i);
            Point to = points.get((i + 1) % points.size());
            double side = (to.x - from.x) * (y - from.y) - (x - from.x) * (to.y - from.y);
            if (from.y <= y && to.y > y && side > 0) {
                turns++;
            } else if (from.y > y && to.y <= y && side < 0) {
                turns--;
            }
        }
        return turns != 0;
    }

    private void thin() {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i += 2) {
            kept.add(points.get(i));
        }
        points.clear();
        points.addAll(kept);
        step *= 2;
    }
}

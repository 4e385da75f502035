package org.polytorus.simulator.ui.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps labels from overlapping nodes and each other: a label is drawn only where there is room for it. */
final class LabelRoom {
    private static final double CELL = 64;

    private record Rect(double minX, double minY, double maxX, double maxY) {
        boolean overlaps(Rect other) {
            return minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY;
        }
    }

    private final double width;
    private final double height;
    private final Map<Long, List<Rect>> cells = new LinkedHashMap<>();

    LabelRoom(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** Marks a node's disc as taken. */
    void block(double x, double y, double radius) {
        // The square inside the ring: labels may come near the round corners.
        double half = radius * 0.85;
        add(new Rect(x - half, y - half, x + half, y + half));
    }

    /** Whether a rectangle around a point is free and lies within the picture as a whole. */
    boolean isFree(double centreX, double centreY, double labelWidth, double labelHeight) {
        Rect rect = around(centreX, centreY, labelWidth, labelHeight);
        return rect.minX >= 0 && rect.minY >= 0 && rect.maxX <= width && rect.maxY <= height && isFree(rect);
    }

    /** Takes a rectangle around a point, if it is free and can be seen; returns whether. */
    boolean take(double centreX, double centreY, double labelWidth, double labelHeight) {
        Rect rect = around(centreX, centreY, labelWidth, labelHeight);
        boolean outside = rect.maxX < 0 || rect.maxY < 0 || rect.minX > width || rect.minY > height;
        if (outside || !isFree(rect)) {
            return false;
        }
        add(rect);
        return true;
    }

    private static Rect around(double x, double y, double width, double height) {
        return new Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }

    private boolean isFree(Rect rect) {
        for (long column = cell(rect.minX); column <= cell(rect.maxX); column++) {
            for (long row = cell(rect.minY); row <= cell(rect.maxY); row++) {
                for (Rect taken : cells.getOrDefault(key(column, row), List.of())) {
                    if (taken.overlaps(rect)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void add(Rect rect) {
        for (long column = cell(rect.minX); column <= cell(rect.maxX); column++) {
            for (long row = cell(rect.minY); row <= cell(rect.maxY); row++) {
                cells.computeIfAbsent(key(column, row), k -> new ArrayList<>()).add(rect);
            }
        }
    }

    private static long cell(double at) {
        return (long) Math.floor(at / CELL);
    }

    private static long key(long column, long row) {
        return (column << 32) ^ (row & 0xffff_ffffL);
    }
}

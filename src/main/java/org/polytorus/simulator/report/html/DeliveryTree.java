package org.polytorus.simulator.report.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;

/** A tree of first deliveries: time from left to right, a row for each node, children below whom they have it from. */
final class DeliveryTree {
    private static final int WIDTH = 1_000;
    private static final int LEFT = 16;
    private static final int RIGHT = 190;
    private static final int LABELLED = 120;
    private static final int SCALE_STEPS = 8;

    private record Point(double x, double y) {}

    private final NodeName root;
    private final List<Arrival> deliveries;
    private final Map<NodeName, List<Arrival>> children = new LinkedHashMap<>();
    private final Map<NodeName, Point> points = new LinkedHashMap<>();
    private final int rowHeight;
    private final long slowest;

    /** @param deliveries the fastest first; whoever brought something had it before */
    DeliveryTree(NodeName root, List<Arrival> deliveries) {
        this.root = root;
        this.deliveries = deliveries;
        slowest = Math.max(1, deliveries.getLast().nanos());
        rowHeight = deliveries.size() > LABELLED ? 5 : 16;
        points.put(root, new Point(x(0), 0));
        for (Arrival delivery : deliveries) {
            NodeName from = delivery.from();
            boolean isKnown = from != null && points.containsKey(from);
            children.computeIfAbsent(isKnown ? from : root, _ -> new ArrayList<>())
                    .add(delivery);
            points.put(delivery.node(), new Point(x(delivery.nanos()), 0));
        }
        placeRows();
    }

    /** Depth first, without recursion, since a line of nodes is as deep as it is long. */
    private void placeRows() {
        Deque<NodeName> next = new ArrayDeque<>(List.of(root));
        int row = 0;
        while (!next.isEmpty()) {
            NodeName node = next.pop();
            Point unplaced = points.get(node);
            if (unplaced != null) {
                points.put(node, new Point(unplaced.x(), rowHeight * row++ + 14.0));
            }
            children.getOrDefault(node, List.of()).reversed().forEach(child -> next.push(child.node()));
        }
    }

    void write(Markup page) {
        int height = points.size() * rowHeight + 40;
        page.open("figure", "class", "wide")
                .open("svg", "class", "tree", "viewBox", "0 0 " + WIDTH + " " + height, "role", "img");
        page.element("title", "The tree of first deliveries from " + root)
                .element("desc", "The table below says the same in words.")
                .line();
        children.forEach((from, brought) -> brought.forEach(child -> branch(page, from, child.node())));
        point(page, root, 0);
        deliveries.forEach(delivery -> point(page, delivery.node(), delivery.nanos()));
        double step = Scale.step((double) slowest, SCALE_STEPS);
        for (int i = 0; i <= Scale.count((double) slowest, step); i++) {
            long at = Math.round(i * step);
            String anchor = i == 0 ? "scale" : "scale middle";
            page.element("text", Numbers.time(at), "class", anchor, "x", Numbers.at(x(at)), "y", height - 8);
        }
        page.close().close().line();
    }

    private void branch(Markup page, NodeName from, NodeName to) {
        Point start = points.get(from);
        Point end = points.get(to);
        if (start != null && end != null) {
            page.leaf(
                    "path",
                    "class",
                    "branch",
                    "d",
                    "M" + Numbers.at(start.x()) + "," + Numbers.at(start.y()) + "V" + Numbers.at(end.y()) + "H"
                            + Numbers.at(end.x()));
        }
    }

    private void point(Markup page, NodeName node, long nanos) {
        Point at = points.get(node);
        if (at == null) {
            return;
        }
        page.open("g").element("title", node + ", " + Numbers.time(nanos));
        page.leaf(
                "circle",
                "class",
                "leaf",
                "cx",
                Numbers.at(at.x()),
                "cy",
                Numbers.at(at.y()),
                "r",
                rowHeight > 10 ? 4 : 2);
        if (rowHeight > 10) {
            page.element(
                    "text",
                    NameList.shortened(node) + " " + Numbers.time(nanos),
                    "class",
                    "small",
                    "x",
                    Numbers.at(at.x() + 7),
                    "y",
                    Numbers.at(at.y() + 4));
        }
        page.close().line();
    }

    private double x(long nanos) {
        return LEFT + (WIDTH - LEFT - RIGHT) * ((double) nanos / slowest);
    }
}

package org.polytorus.simulator.report.html;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.report.Places.Place;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;

/** Nodes and links as a drawing. */
final class TopologyDrawing {
    private static final int WIDTH = 1_000;
    private static final int MOST_HEIGHT = 700;
    private static final int LEAST_HEIGHT = 160;
    private static final int MARGIN = 60;
    private static final int COLOURS = 6;
    private static final int LABELLED = 80;
    private static final int NUMBERED_RADIUS = 12;

    private final RunStory story;
    private final List<NodeSnapshot> nodes;
    private final Map<NodeName, Place> places = new LinkedHashMap<>();
    private final Map<Hash, Integer> colours;
    private final double radius;
    private double height = LEAST_HEIGHT;

    TopologyDrawing(RunStory story, List<Place> asked) {
        this.story = story;
        nodes = story.last().nodes();
        colours = colours(nodes);
        radius = Math.clamp(260 / Math.sqrt(nodes.size() * 4.0 + 1), 5, 17);
        fit(asked);
    }

    void write(Markup page) {
        String title = nodes.size() + " nodes and " + story.last().links().size() + " links at the end";
        page.open("figure").open("svg", "class", "map", "viewBox", "0 0 " + WIDTH + " " + Numbers.at(height));
        page.element("title", title).element("desc", description()).line();
        SortedSet<LinkId> cutNow = new TreeSet<>();
        story.last().partitions().forEach(partition -> cutNow.addAll(partition.cut()));
        story.last().links().forEach(link -> onceCut(page, link));
        story.last().links().forEach(link -> link(page, link, cutNow.contains(link.id())));
        nodes.forEach(node -> node(page, node));
        page.close().close().line();
    }

    private String description() {
        Map<LinkSnapshot.State, Long> states = story.last().links().stream()
                .collect(Collectors.groupingBy(LinkSnapshot::state, Collectors.counting()));
        return "Links: "
                + states.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(state -> state.getValue() + " " + word(state.getKey()))
                        .collect(Collectors.joining(", "))
                + ". The tables of nodes and links below say the same in words.";
    }

    /** The most followed tips get colours of their own. */
    private static Map<Hash, Integer> colours(List<NodeSnapshot> nodes) {
        Map<Hash, Long> followers = nodes.stream()
                .filter(TopologyDrawing::isRunning)
                .collect(Collectors.groupingBy(NodeSnapshot::tip, LinkedHashMap::new, Collectors.counting()));
        Map<Hash, Integer> colours = new LinkedHashMap<>();
        followers.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(COLOURS)
                .forEach(tip -> colours.put(tip.getKey(), colours.size()));
        return colours;
    }

    private void fit(List<Place> asked) {
        double minX = asked.stream().mapToDouble(Place::x).min().orElse(0);
        double maxX = asked.stream().mapToDouble(Place::x).max().orElse(0);
        double minY = asked.stream().mapToDouble(Place::y).min().orElse(0);
        double maxY = asked.stream().mapToDouble(Place::y).max().orElse(0);
        double scale = Math.min(
                1.4,
                Math.min(
                        (WIDTH - 2 * MARGIN) / Math.max(1, maxX - minX),
                        (MOST_HEIGHT - 2 * MARGIN) / Math.max(1, maxY - minY)));
        height = Math.max(LEAST_HEIGHT, (maxY - minY) * scale + 2 * MARGIN);
        double middleX = (minX + maxX) / 2;
        double middleY = (minY + maxY) / 2;
        for (int i = 0; i < nodes.size(); i++) {
            double x = WIDTH / 2.0 + (asked.get(i).x() - middleX) * scale;
            double y = height / 2 + (asked.get(i).y() - middleY) * scale;
            places.put(nodes.get(i).name(), new Place(x, y));
        }
    }

    private void onceCut(Markup page, LinkSnapshot link) {
        if (story.everCut().contains(link.id())) {
            line(page, link.id(), "once", 8);
        }
    }

    private void link(Markup page, LinkSnapshot link, boolean isCut) {
        line(page, link.id(), "link " + (isCut ? "cut" : word(link.state())), nodes.size() > LABELLED ? 1 : 1.8);
    }

    /** Guests have no place in the drawing. */
    private void line(Markup page, LinkId link, String look, double width) {
        Place a = places.get(link.a());
        Place b = places.get(link.b());
        if (a != null && b != null) {
            page.leaf(
                    "line",
                    "class",
                    look,
                    "stroke-width",
                    Numbers.at(width),
                    "x1",
                    Numbers.at(a.x()),
                    "y1",
                    Numbers.at(a.y()),
                    "x2",
                    Numbers.at(b.x()),
                    "y2",
                    Numbers.at(b.y()));
        }
    }

    private void node(Markup page, NodeSnapshot node) {
        Place place = places.get(node.name());
        if (place == null) {
            return;
        }
        Integer colour = colours.get(node.tip());
        String look = isRunning(node) ? colour == null ? "node other" : "node c" + colour : "node " + state(node);
        page.open("g");
        page.element("title", node.name() + ", " + state(node) + ", height " + node.height());
        page.leaf(
                "circle",
                "class",
                look,
                "stroke-width",
                radius > 9 ? 3 : 2,
                "cx",
                Numbers.at(place.x()),
                "cy",
                Numbers.at(place.y()),
                "r",
                Numbers.at(radius));
        if (radius >= NUMBERED_RADIUS) {
            page.element(
                    "text",
                    node.height(),
                    "class",
                    "middle",
                    "x",
                    Numbers.at(place.x()),
                    "y",
                    Numbers.at(place.y() + 4));
        }
        if (nodes.size() <= LABELLED) {
            page.element(
                    "text",
                    NameList.shortened(node.name()),
                    "class",
                    "middle small name",
                    "x",
                    Numbers.at(place.x()),
                    "y",
                    Numbers.at(place.y() + radius + 12));
        }
        page.close().line();
    }

    private static boolean isRunning(NodeSnapshot node) {
        return node.state() == NodeSnapshot.State.RUNNING;
    }

    private static String state(NodeSnapshot node) {
        return word(node.state());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

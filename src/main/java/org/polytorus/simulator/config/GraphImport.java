package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.DrawnGraph.Arc;
import org.polytorus.simulator.config.DrawnGraph.Value;
import org.polytorus.simulator.config.DrawnGraph.Vertex;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.NodeSpec;

/**
 * Makes nodes, links and groups of a graph. A node is called by its {@code label} or {@code name}, or else by its id; its
 * {@code region} or {@code group} makes groups. The first end of an edge dials the second. An undirected edge is the same both
 * ways; so is a directed one, unless there is another that runs against it and describes the way back.
 */
final class GraphImport {
    private final DrawnGraph graph;
    private final Problems problems;
    private final Map<String, NodeName> names = new LinkedHashMap<>();
    private final Map<NodeName, String> ids = new TreeMap<>();

    /** A link that was found, and whether one direction of it waits for an edge of its own. */
    private record Found(Arc arc, LinkSpec link, boolean isOneWay) {}

    GraphImport(DrawnGraph graph, Problems problems) {
        this.graph = graph;
        this.problems = problems;
    }

    void addTo(TestnetDraft draft, NodeSpec defaults) {
        if (graph.vertices().isEmpty()) {
            draft.incomplete = true;
            problems.error(draftPlace(), "found a graph without nodes, expected at least one");
            return;
        }
        List<NodeDraft> made = new ArrayList<>();
        for (Vertex vertex : graph.vertices()) {
            NodeDraft node = new NodeDraft(vertex.place(), defaults);
            node.name = name(vertex);
            made.add(node);
        }
        draft.nodes.addAll(0, made);
        draft.madeGroups.addAll(groups());
        addLinks(draft);
    }

    private Place draftPlace() {
        return graph.arcs().isEmpty()
                ? Place.ofFile("graph")
                : graph.arcs().getFirst().place();
    }

    /** The label, cut to what a name may be; with the id behind it if another node has the same. */
    private NodeName name(Vertex vertex) {
        Value label =
                vertex.attributes().getOrDefault("label", vertex.attributes().get("name"));
        String wished = label == null || cleaned(label.text()).isEmpty() ? vertex.id() : label.text();
        String cleaned = cleaned(wished).isEmpty() ? "node" : cleaned(wished);
        NodeName name = new NodeName(cleaned);
        String other = ids.get(name);
        int number = 2;
        while (ids.containsKey(name)) {
            name = new NodeName(shortened(cleaned, NodeName.MAX_LENGTH - 8).strip() + "-" + number++);
        }
        if (other != null) {
            problems.warning(
                    vertex.place(),
                    "found the name " + Texts.quote(cleaned) + " of node " + Texts.quote(other) + " again; node "
                            + Texts.quote(vertex.id()) + " is called " + name + " here");
        } else if (!cleaned.equals(wished)) {
            problems.note(
                    vertex.place(),
                    "found " + Texts.quote(wished) + ", which no node can be called; it is " + name + " here");
        }
        names.put(vertex.id(), name);
        ids.put(name, vertex.id());
        return name;
    }

    private static String cleaned(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .forEach(printable::appendCodePoint);
        return shortened(printable.toString().strip(), NodeName.MAX_LENGTH).strip();
    }

    /** Not in the middle of a character that takes two places. */
    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private List<NodeGroup> groups() {
        Map<String, List<NodeName>> members = new LinkedHashMap<>();
        for (Vertex vertex : graph.vertices()) {
            Value region = vertex.attributes()
                    .getOrDefault("region", vertex.attributes().get("group"));
            String group = region == null ? "" : cleaned(region.text());
            NodeName node = names.get(vertex.id());
            if (node == null || region == null || group.isEmpty()) {
                continue;
            }
            boolean isNew = !members.containsKey(group);
            members.computeIfAbsent(group, _ -> new ArrayList<>()).add(node);
            if (isNew && isTaken(group)) {
                problems.warning(
                        region.place(),
                        "found the group " + Texts.quote(group)
                                + ", which is the name of a node or of all; it makes no group here");
            }
        }
        return members.entrySet().stream()
                .filter(group -> !isTaken(group.getKey()))
                .map(group -> new NodeGroup(group.getKey(), group.getValue()))
                .toList();
    }

    private boolean isTaken(String group) {
        return group.equals(NodeGroups.ALL) || ids.containsKey(new NodeName(group));
    }

    private void addLinks(TestnetDraft draft) {
        Map<LinkId, Found> links = new LinkedHashMap<>();
        for (Arc arc : graph.arcs()) {
            NodeName from = known(arc.from(), arc);
            NodeName to = known(arc.to(), arc);
            if (from == null || to == null) {
                continue;
            }
            if (from.equals(to)) {
                problems.warning(arc.place(), "found an edge of " + from + " with itself, left out; remove it");
                continue;
            }
            add(arc, from, to, links);
        }
        links.values()
                .forEach(found -> draft.shapeLinks.add(
                        new TestnetDraft.ShapeLink(found.link(), found.arc().place())));
    }

    private void add(Arc arc, NodeName from, NodeName to, Map<LinkId, Found> links) {
        LinkConditions conditions = EdgeAttributes.conditions(arc.attributes(), problems);
        LinkId id = LinkId.of(from, to);
        Found first = links.get(id);
        if (first == null) {
            links.put(id, new Found(arc, new LinkSpec(from, to, conditions, conditions), arc.isDirected()));
        } else if (first.isOneWay()
                && arc.isDirected()
                && first.link().dialler().equals(to)) {
            LinkSpec both = new LinkSpec(to, from, first.link().there(), conditions);
            links.put(id, new Found(first.arc(), both, false));
        } else {
            problems.warning(
                    arc.place(),
                    "found the edge of " + from + " and " + to + " again, left out; the first is "
                            + first.arc().place().reference());
        }
    }

    private @Nullable NodeName known(String id, Arc arc) {
        NodeName name = names.get(id);
        if (name == null) {
            problems.error(
                    arc.place(),
                    "found an edge to " + Texts.quote(id) + ", expected the id of a node of this graph"
                            + (problems.isFull() ? "" : Texts.didYouMean(id, names.keySet())));
        }
        return name;
    }
}

package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polytorus.simulator.testnet.TestnetSpec;

/** A graph as a file draws it, before it is a testnet: vertices and arcs in the order of the file, each with its place. */
final class DrawnGraph {
    /** The attributes that mean something here; others are passed over and take no room. */
    static final List<String> ATTRIBUTES =
            List.of("latency", "jitter", "loss", "bandwidth", "label", "name", "region", "group");

    /** An attribute's value with the place at which it stands. */
    record Value(String text, Place place) {}

    /** A node; {@code attributes} by their names in small letters. */
    record Vertex(String id, Map<String, Value> attributes, Place place) {}

    /**
     * A line between two nodes.
     *
     * @param isDirected whether it describes the way from the first to the second alone
     */
    record Arc(String from, String to, boolean isDirected, Map<String, Value> attributes, Place place) {}

    /** There are more nodes or lines than a testnet takes. */
    static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }

    /** What the file calls it, or empty. */
    String name = "";

    private final Map<String, Vertex> vertices = new LinkedHashMap<>();
    private final List<Arc> arcs = new ArrayList<>();

    /** Whether an attribute of this name is of any use. */
    static boolean isUsed(String attribute) {
        return ATTRIBUTES.contains(attribute.toLowerCase(Locale.ROOT));
    }

    /** The vertex of this id; it comes about by being mentioned first. */
    Vertex vertex(String id, Place place) throws TooLargeException {
        Vertex known = vertices.get(id);
        if (known != null) {
            return known;
        }
        if (vertices.size() == TestnetSpec.MAX_VIRTUAL_NODES) {
            throw new TooLargeException("found more than " + TestnetSpec.MAX_VIRTUAL_NODES
                    + " nodes, expected no more; take a smaller graph");
        }
        Vertex vertex = new Vertex(id, new LinkedHashMap<>(), place);
        vertices.put(id, vertex);
        return vertex;
    }

    boolean has(String id) {
        return vertices.containsKey(id);
    }

    void add(Arc arc) throws TooLargeException {
        // A line each way makes one link.
        if (arcs.size() == 2 * TestnetSpec.MAX_VIRTUAL_LINKS) {
            throw new TooLargeException("found more than " + 2 * TestnetSpec.MAX_VIRTUAL_LINKS
                    + " edges, expected no more; take a smaller graph");
        }
        arcs.add(arc);
    }

    List<Vertex> vertices() {
        return List.copyOf(vertices.values());
    }

    List<Arc> arcs() {
        return List.copyOf(arcs);
    }

    /** How many lines a node has that has the most; two between the same nodes count as two. */
    int mostNeighbours() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Arc arc : arcs) {
            counts.merge(arc.from(), 1, Integer::sum);
            counts.merge(arc.to(), 1, Integer::sum);
        }
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Notes an attribute, if it is of any use; the first value of a name counts where {@code isDefault}. */
    static void put(Map<String, Value> attributes, String name, Value value, boolean isDefault) {
        if (isUsed(name)) {
            String key = name.toLowerCase(Locale.ROOT);
            if (!isDefault || !attributes.containsKey(key)) {
                attributes.put(key, value);
            }
        }
    }
}

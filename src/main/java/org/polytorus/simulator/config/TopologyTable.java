package org.polytorus.simulator.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.Topology;

/**
 * Reads {@code [topology]}. With {@code nodes = n} it makes node1 to node-n and joins these; without, it joins the nodes
 * that the file lists.
 */
final class TopologyTable {
    private static final List<String> KEYS = List.of("shape", "nodes", "degree", "seed");
    private static final List<String> SHAPES = Stream.concat(
                    Arrays.stream(Topology.values()).map(Topology::keyword), Stream.of(RegionsTable.SHAPE))
            .toList();

    private static final String GRAPH_FILE =
            "the path of a GraphML or DOT file beside this one, such as \"net.graphml\" or \"net.dot\"";

    private final TomlTable table;
    private final Problems problems;

    TopologyTable(TomlTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    /** {@code path} is where the testnet file lies: a graph is looked for beside it. */
    void read(NodeSpec defaults, Path path, TestnetDraft draft) {
        if (table.has("file")) {
            graph(defaults, path, draft);
            return;
        }
        if (table.has("shape", shape -> RegionsTable.SHAPE.equals(shape.stringValue("")))) {
            new RegionsTable(table, problems).read(defaults, draft);
            return;
        }
        table.warnOfUnknown(KEYS);
        long seed = seed(table, draft);
        Topology shape = shape();
        List<NodeName> names = names(defaults, draft);
        int degree = degree(shape);
        if (shape == null || names.isEmpty() || degree < 0) {
            return;
        }
        String problem = shape.problem(names.size(), degree);
        if (problem != null) {
            String key = table.has("nodes") ? "nodes" : "shape";
            problems.error(table.place(key), problem);
            return;
        }
        Place place = table.place("shape");
        for (LinkSpec link : shape.links(names, degree, seed)) {
            draft.shapeLinks.add(new TestnetDraft.ShapeLink(link, place));
        }
        if (shape.needsDiscovery() && !defaults.discovery().enabled()) {
            problems.warning(
                    place,
                    "found the shape \"" + shape.keyword() + "\" and no discovery under [defaults], so that nodes"
                            + " without it only ever meet the first; set discovery = true there");
        }
    }

    private void graph(NodeSpec defaults, Path path, TestnetDraft draft) {
        table.warnOfUnknown(List.of("file"));
        String file = table.text("file", GRAPH_FILE);
        Path beside = file == null ? null : TestnetFiles.sibling(path, file);
        if (file != null && (beside == null || !GraphFiles.isGraph(beside))) {
            table.expected("file", GRAPH_FILE);
        } else if (beside != null) {
            DrawnGraph graph = GraphFiles.read(beside, problems);
            draft.incomplete |= graph == null;
            if (graph != null) {
                new GraphImport(graph, problems).addTo(draft, defaults);
            }
        }
    }

    /** What the graph is drawn from: its own seed, or else the testnet's. */
    static long seed(TomlTable table, TestnetDraft draft) {
        Long seed = table.wholeNumber("seed", Long.MIN_VALUE, Long.MAX_VALUE, "a whole number");
        return seed == null ? draft.seed : seed;
    }

    /** Puts nodes with these names, and the defaults, before those that the file lists. */
    static void addNodes(List<NodeName> names, Place place, NodeSpec defaults, TestnetDraft draft) {
        List<NodeDraft> made = new ArrayList<>();
        for (NodeName name : names) {
            NodeDraft node = new NodeDraft(place, defaults);
            node.name = name;
            made.add(node);
        }
        draft.nodes.addAll(0, made);
    }

    private @Nullable Topology shape() {
        String expectation = "one of \"" + String.join("\", \"", SHAPES) + "\"";
        if (!table.has("shape") && table.isComplete()) {
            problems.error(table.place(), "found no shape, expected shape = " + expectation);
            return null;
        }
        String text = table.text("shape", expectation);
        if (text == null) {
            return null;
        }
        for (Topology shape : Topology.values()) {
            if (shape.keyword().equals(text)) {
                return shape;
            }
        }
        table.expected("shape", expectation + Texts.didYouMean(text, SHAPES));
        return null;
    }

    /** The nodes that the shape joins; empty after an error. */
    private List<NodeName> names(NodeSpec defaults, TestnetDraft draft) {
        if (!table.has("nodes")) {
            List<NodeName> listed = draft.nodes.stream()
                    .map(node -> node.name)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (draft.nodes.isEmpty() && table.isComplete()) {
                problems.error(
                        table.place(),
                        "found no nodes, expected nodes = 3 or another number here, or [[nodes]] for the shape to join");
            }
            return listed;
        }
        Long count = table.wholeNumber("nodes", 1, TestnetSpec.MAX_VIRTUAL_NODES, "a whole number");
        if (count == null) {
            return List.of();
        }
        List<NodeName> names = GeneratedTestnet.names(count.intValue());
        addNodes(names, table.place("nodes"), defaults, draft);
        return names;
    }

    /** The number of neighbours, 0 where the shape has no use for one, or -1 after an error. */
    private int degree(@Nullable Topology shape) {
        Long degree = table.wholeNumber("degree", 1, TestnetSpec.MAX_VIRTUAL_NODES - 1, "a whole number");
        if (shape == null || !shape.needsDegree()) {
            if (shape != null && degree != null) {
                problems.warning(
                        table.place("degree"), "has no effect on the shape \"" + shape.keyword() + "\"; remove it");
            }
            return 0;
        }
        if (!table.has("degree")) {
            problems.error(
                    table.place("shape"),
                    "found no degree, expected degree = 4 or another number of neighbours of each node");
        }
        return degree == null ? -1 : degree.intValue();
    }
}

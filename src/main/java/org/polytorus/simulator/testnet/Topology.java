package org.polytorus.simulator.testnet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;

/** A shape in which nodes are joined. */
public enum Topology {
    /** Every node has two neighbours, in a circle. */
    RING("Ring", "ring", 3),
    /** The first node is joined to every other, and they to nobody else. */
    STAR("Star", "star", 1),
    /** One after the other, with two ends. */
    LINE("Line", "line", 1),
    /** Everyone is joined to everyone. */
    FULL_MESH("Full mesh", "full-mesh", 1),
    /** Rows and columns, as square as the number allows; everyone has up to four neighbours. */
    GRID("Grid", "grid", 1),
    /** A root with as many children as the degree says, each of them with as many, and so on. */
    TREE("Tree", "tree", 1),
    /** Every node has the same number of neighbours (the degree), drawn at random; all are connected. */
    RANDOM_REGULAR("Random regular", "random-regular", 2),
    /** After Erdős and Rényi: links drawn evenly among all pairs; the degree is the mean. */
    RANDOM("Random", "random", 2),
    /** After Watts and Strogatz: neighbourhoods with a few shortcuts. */
    SMALL_WORLD("Small world", "small-world", 4),
    /** After Barabási and Albert: few nodes have many links, many have few; the degree is the mean. */
    SCALE_FREE("Scale free", "scale-free", 3),
    /** Every node knows the first one's address, and finds the others by itself. */
    ONE_BOOTSTRAP("One bootstrap", "one-bootstrap", 1);

    private final String text;
    private final String keyword;
    private final int minNodes;

    Topology(String text, String keyword, int minNodes) {
        this.text = text;
        this.keyword = keyword;
        this.minNodes = minNodes;
    }

    /** What a menu shows. */
    public String text() {
        return text;
    }

    /** How a testnet file writes it. */
    public String keyword() {
        return keyword;
    }

    /** The fewest nodes that have this shape. */
    public int minNodes() {
        return minNodes;
    }

    /** Whether the number of neighbours is to be chosen; other shapes ignore it. */
    public boolean needsDegree() {
        return switch (this) {
            case TREE, RANDOM_REGULAR, RANDOM, SMALL_WORLD, SCALE_FREE -> true;
            case RING, STAR, LINE, FULL_MESH, GRID, ONE_BOOTSTRAP -> false;
        };
    }

    /** Whether the nodes themselves make the links, all but those with which they begin. */
    public boolean needsDiscovery() {
        return this == ONE_BOOTSTRAP;
    }

    /**
     * Why this shape cannot be had in this size, in a sentence for people, or null if it can be in virtual time; on sockets
     * less fits ({@link TestnetSpec#socketProblem}).
     */
    public @Nullable String problem(int nodes, int degree) {
        if (nodes < minNodes || nodes > TestnetSpec.MAX_VIRTUAL_NODES) {
            return text + " takes " + minNodes + " to " + TestnetSpec.MAX_VIRTUAL_NODES + " nodes; found " + nodes;
        }
        String degreeProblem = needsDegree() ? degreeProblem(nodes, degree) : null;
        if (degreeProblem != null) {
            return degreeProblem;
        }
        long links = linkCount(nodes, degree);
        if (links > TestnetSpec.MAX_VIRTUAL_LINKS) {
            return text + " of " + nodes + " nodes has " + links + " links; at most " + TestnetSpec.MAX_VIRTUAL_LINKS
                    + " fit. Take fewer nodes or another shape";
        }
        return null;
    }

    /**
     * The links of this shape between {@code nodes}, without conditions. The later node dials the earlier one. The
     * same arguments always give the same links.
     *
     * @param degree neighbours of each node, where {@link #needsDegree()}
     * @param seed for shapes that are drawn at random
     * @throws IllegalArgumentException if {@link #problem} has something to say
     */
    public List<LinkSpec> links(List<NodeName> nodes, int degree, long seed) {
        int count = nodes.size();
        String problem = problem(count, degree);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        List<Edge> edges = switch (this) {
            case RING -> ring(count);
            case STAR, ONE_BOOTSTRAP -> star(count);
            case LINE -> line(count);
            case FULL_MESH -> fullMesh(count);
            case GRID -> grid(count);
            case TREE -> tree(count, degree);
            case RANDOM_REGULAR -> new RandomRegular(count, degree, seed).edges();
            case RANDOM -> new RandomShapes(count, degree, seed).evenlyRandom();
            case SMALL_WORLD -> new RandomShapes(count, degree, seed).smallWorld();
            case SCALE_FREE -> new RandomShapes(count, degree, seed).scaleFree();
        };
        return edges.stream()
                .sorted()
                .map(edge -> link(nodes.get(edge.later()), nodes.get(edge.earlier())))
                .toList();
    }

    private LinkSpec link(NodeName dialler, NodeName listener) {
        return needsDiscovery() ? LinkSpec.introduction(dialler, listener) : LinkSpec.clean(dialler, listener);
    }

    private long linkCount(long nodes, long degree) {
        return switch (this) {
            case RING -> nodes;
            case STAR, LINE, TREE, ONE_BOOTSTRAP -> nodes - 1;
            case FULL_MESH -> nodes * (nodes - 1) / 2;
            case GRID -> 2 * nodes;
            case RANDOM_REGULAR, RANDOM, SMALL_WORLD, SCALE_FREE -> nodes * degree / 2;
        };
    }

    private @Nullable String degreeProblem(int nodes, int degree) {
        return switch (this) {
            case RANDOM_REGULAR -> regularProblem(nodes, degree);
            case TREE -> boundsProblem("Nodes of a tree have", "children", 1, nodes, degree);
            case RANDOM -> boundsProblem(nodes + " nodes have on average", "neighbours", 1, nodes - 1, degree);
            case SMALL_WORLD, SCALE_FREE -> evenProblem(nodes, degree);
            case RING, STAR, LINE, FULL_MESH, GRID, ONE_BOOTSTRAP -> null;
        };
    }

    private @Nullable String evenProblem(int nodes, int degree) {
        int most = (nodes - 1) / 2 * 2;
        String problem = boundsProblem(nodes + " nodes of this shape have", "neighbours", 2, most, degree);
        if (problem == null && degree % 2 == 1) {
            return text + " needs an even degree, since half of a node's links are its own and half the others'; found "
                    + degree;
        }
        return problem;
    }

    private static @Nullable String boundsProblem(String whose, String what, int least, int most, int degree) {
        return degree >= least && degree <= most
                ? null
                : whose + " " + least + " to " + most + " " + what + "; found " + degree;
    }

    private static @Nullable String regularProblem(int nodes, int degree) {
        int least = nodes == 2 ? 1 : 2;
        if (degree < least || degree >= nodes) {
            return nodes + " nodes can have " + least + " to " + (nodes - 1)
                    + " neighbours each and be connected; found " + degree;
        }
        if (nodes % 2 == 1 && degree % 2 == 1) {
            return nodes + " nodes cannot have " + degree + " neighbours each, since every link has two ends;"
                    + " make one of the two numbers even";
        }
        return null;
    }

    private static List<Edge> line(int nodes) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 1; i < nodes; i++) {
            edges.add(new Edge(i, i - 1));
        }
        return edges;
    }

    private static List<Edge> ring(int nodes) {
        List<Edge> edges = line(nodes);
        edges.add(new Edge(nodes - 1, 0));
        return edges;
    }

    private static List<Edge> star(int nodes) {
        List<Edge> edges = new ArrayList<>();
        for (int leaf = 1; leaf < nodes; leaf++) {
            edges.add(new Edge(leaf, 0));
        }
        return edges;
    }

    private static List<Edge> fullMesh(int nodes) {
        List<Edge> edges = new ArrayList<>();
        for (int later = 1; later < nodes; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                edges.add(new Edge(later, earlier));
            }
        }
        return edges;
    }

    private static List<Edge> grid(int nodes) {
        int columns = (int) Math.ceil(Math.sqrt(nodes));
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            if (i % columns != 0) {
                edges.add(new Edge(i, i - 1));
            }
            if (i >= columns) {
                edges.add(new Edge(i, i - columns));
            }
        }
        return edges;
    }

    private static List<Edge> tree(int nodes, int children) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 1; i < nodes; i++) {
            edges.add(new Edge(i, (i - 1) / children));
        }
        return edges;
    }

    /** Two positions in the list of nodes. */
    record Edge(int later, int earlier) implements Comparable<Edge> {
        static Edge of(int one, int other) {
            return new Edge(Math.max(one, other), Math.min(one, other));
        }

        @Override
        public int compareTo(Edge other) {
            int byLater = Integer.compare(later, other.later);
            return byLater != 0 ? byLater : Integer.compare(earlier, other.earlier);
        }
    }
}

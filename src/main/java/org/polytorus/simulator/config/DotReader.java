package org.polytorus.simulator.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.config.DotTokens.DotException;
import org.polytorus.simulator.config.DotTokens.Kind;
import org.polytorus.simulator.config.DotTokens.Token;
import org.polytorus.simulator.config.DrawnGraph.Arc;
import org.polytorus.simulator.config.DrawnGraph.TooLargeException;
import org.polytorus.simulator.config.DrawnGraph.Value;
import org.polytorus.simulator.config.DrawnGraph.Vertex;

/**
 * Reads a graph in the DOT language (graphviz.org/doc/info/lang.html). A subgraph whose name begins with {@code cluster} is a
 * region: nodes that are first named in it belong there. JGraphT's reader tells neither lines nor subgraphs nor whether a
 * graph is directed, hence this one.
 */
final class DotReader {
    private static final int MAX_DEPTH = 32;
    private static final String CLUSTER = "cluster";
    private static final String LABEL = "label";

    private final String name;
    private final String text;
    private final Problems problems;
    private final DrawnGraph graph = new DrawnGraph();
    private boolean isDirected;
    private int depth;

    /** What holds inside of one pair of braces. */
    private static final class Scope {
        private final Map<String, Value> ofNodes = new LinkedHashMap<>();
        private final Map<String, Value> ofEdges = new LinkedHashMap<>();
        private final Set<String> members = new LinkedHashSet<>();
        private String label = "";

        static Scope within(Scope outer) {
            Scope scope = new Scope();
            scope.ofNodes.putAll(outer.ofNodes);
            scope.ofEdges.putAll(outer.ofEdges);
            return scope;
        }
    }

    DotReader(String name, String text, Problems problems) {
        this.name = name;
        this.text = text;
        this.problems = problems;
    }

    /** Null after an error was noted. */
    @Nullable
    DrawnGraph read() throws TooLargeException {
        try {
            DotTokens tokens = new DotTokens(text);
            header(tokens);
            statements(tokens, new Scope());
            Token more = tokens.peek();
            if (more.kind() != Kind.END) {
                throw new DotException(
                        more.line(), "found " + more.shown() + " after the graph, expected one graph a file");
            }
            return graph;
        } catch (DotException broken) {
            problems.error(new Place(name, broken.line(), ""), String.valueOf(broken.getMessage()));
            return null;
        }
    }

    private void header(DotTokens tokens) throws DotException {
        if (tokens.peek().isKeyword("strict")) {
            tokens.take();
        }
        Token kind = tokens.take();
        isDirected = kind.isKeyword("digraph");
        if (!isDirected && !kind.isKeyword("graph")) {
            throw new DotException(
                    kind.line(), "found " + kind.shown() + ", expected a DOT file, which begins with graph or digraph");
        }
        if (tokens.peek().kind() == Kind.ID) {
            graph.name = id(tokens);
        }
        require(tokens, "{");
    }

    /** Up to the closing brace. */
    private void statements(DotTokens tokens, Scope scope) throws DotException, TooLargeException {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new DotException(
                    tokens.peek().line(),
                    "found subgraphs nested deeper than " + MAX_DEPTH + " levels, expected a graph");
        }
        while (!tokens.takes("}")) {
            if (tokens.peek().kind() == Kind.END) {
                throw new DotException(tokens.peek().line(), "found the end of the file, expected }");
            }
            if (!tokens.takes(";")) {
                statement(tokens, scope);
            }
        }
        depth--;
    }

    private void statement(DotTokens tokens, Scope scope) throws DotException, TooLargeException {
        Token first = tokens.peek();
        if (first.isKeyword("graph") || first.isKeyword("node") || first.isKeyword("edge")) {
            tokens.take();
            defaults(first, attributes(tokens), scope);
            return;
        }
        List<Set<String>> row = new ArrayList<>();
        if (first.kind() == Kind.ID) {
            String id = id(tokens);
            if (tokens.takes("=")) {
                String value = id(tokens);
                scope.label = id.equalsIgnoreCase(LABEL) ? value : scope.label;
                return;
            }
            row.add(node(id, first, tokens, scope));
        } else {
            row.add(subgraph(tokens, scope));
        }
        while (tokens.peek().isSign("--") || tokens.peek().isSign("->")) {
            operator(tokens.take());
            Token end = tokens.peek();
            row.add(end.kind() == Kind.ID ? node(id(tokens), end, tokens, scope) : subgraph(tokens, scope));
        }
        Map<String, Value> attributes = attributes(tokens);
        if (row.size() > 1) {
            join(row, attributes, scope, place(first));
        } else if (first.kind() == Kind.ID) {
            graph.vertex(row.getFirst().iterator().next(), place(first))
                    .attributes()
                    .putAll(attributes);
        }
    }

    private static void defaults(Token kind, Map<String, Value> attributes, Scope scope) {
        if (kind.isKeyword("node")) {
            scope.ofNodes.putAll(attributes);
        } else if (kind.isKeyword("edge")) {
            scope.ofEdges.putAll(attributes);
        } else {
            Value label = attributes.get(LABEL);
            scope.label = label == null ? scope.label : label.text();
        }
    }

    private void operator(Token found) throws DotException {
        String expected = isDirected ? "->" : "--";
        if (!found.isSign(expected)) {
            throw new DotException(
                    found.line(),
                    "found " + found.shown() + ", expected " + expected + ", since this is a "
                            + (isDirected ? "digraph" : "graph"));
        }
    }

    /** A node, with its port, which is about drawing; named for the first time, it has what holds here for nodes. */
    private Set<String> node(String id, Token first, DotTokens tokens, Scope scope)
            throws DotException, TooLargeException {
        while (tokens.takes(":")) {
            id(tokens);
        }
        boolean isNew = !graph.has(id);
        Vertex vertex = graph.vertex(id, place(first));
        if (isNew) {
            vertex.attributes().putAll(scope.ofNodes);
        }
        scope.members.add(id);
        return Set.of(id);
    }

    /** All nodes that are named in it. */
    private Set<String> subgraph(DotTokens tokens, Scope scope) throws DotException, TooLargeException {
        Token first = tokens.peek();
        String called = "";
        if (first.isKeyword("subgraph")) {
            tokens.take();
            called = tokens.peek().kind() == Kind.ID ? id(tokens) : "";
        }
        require(tokens, "{");
        Scope inner = Scope.within(scope);
        statements(tokens, inner);
        if (called.toLowerCase(Locale.ROOT).startsWith(CLUSTER)) {
            String bare = called.substring(CLUSTER.length()).replaceFirst("^_", "");
            Value region = new Value(inner.label.isBlank() ? bare : inner.label, place(first));
            for (String member : inner.members) {
                DrawnGraph.put(graph.vertex(member, place(first)).attributes(), "region", region, true);
            }
        }
        scope.members.addAll(inner.members);
        return inner.members;
    }

    /** Everyone of a set with everyone of the next. */
    private void join(List<Set<String>> row, Map<String, Value> attributes, Scope scope, Place place)
            throws TooLargeException {
        Map<String, Value> all = new LinkedHashMap<>(scope.ofEdges);
        all.putAll(attributes);
        for (int i = 1; i < row.size(); i++) {
            for (String from : row.get(i - 1)) {
                for (String to : row.get(i)) {
                    graph.add(new Arc(from, to, isDirected, all, place));
                }
            }
        }
    }

    /** The lists in brackets that follow, none or several; what is of no use is passed over. */
    private Map<String, Value> attributes(DotTokens tokens) throws DotException {
        Map<String, Value> attributes = new LinkedHashMap<>();
        while (tokens.takes("[")) {
            while (!tokens.takes("]")) {
                Token first = tokens.peek();
                String key = id(tokens);
                String value = tokens.takes("=") ? id(tokens) : "true";
                DrawnGraph.put(attributes, key, new Value(value, place(first)), false);
                if (!tokens.takes(",")) {
                    tokens.takes(";");
                }
            }
        }
        return attributes;
    }

    /** A name or a text; texts may be joined by plus signs. */
    private static String id(DotTokens tokens) throws DotException {
        Token first = tokens.take();
        if (first.kind() != Kind.ID) {
            throw new DotException(first.line(), "found " + first.shown() + ", expected a name or a text in quotes");
        }
        StringBuilder id = new StringBuilder(first.text());
        while (tokens.takes("+")) {
            Token more = tokens.take();
            if (more.kind() != Kind.ID) {
                throw new DotException(more.line(), "found " + more.shown() + " after +, expected a text in quotes");
            }
            id.append(more.text());
        }
        return id.toString();
    }

    private static void require(DotTokens tokens, String sign) throws DotException {
        Token found = tokens.take();
        if (!found.isSign(sign)) {
            throw new DotException(found.line(), "found " + found.shown() + ", expected " + sign);
        }
    }

    private Place place(Token token) {
        return new Place(name, token.line(), "");
    }
}

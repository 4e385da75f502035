package org.polytorus.simulator.testnet;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A testnet as a file or a form describes it, checked: names and fixed ports are unique, links join nodes that exist, or a
 * node with a guest.
 *
 * @param name what the title of the window says
 * @param seed from which node ids and everything else random is drawn
 * @param links of a node with a guest those of which conditions are asked; the guest itself says who dials it
 * @param guests programs that are not ours, in the order in which those that dial in are expected
 * @param groups nodes that the file gives a name together, for whoever splits the testnet
 */
public record TestnetSpec(
        String name,
        long seed,
        List<NodeSpec> nodes,
        List<LinkSpec> links,
        List<GuestSpec> guests,
        List<NodeGroup> groups) {
    /** How many nodes run on sockets in one process: each needs a port. */
    public static final int MAX_NODES = 1_000;

    /** How many links they may have: each takes two file descriptors. */
    public static final int MAX_LINKS = 20_000;

    /** How many nodes run in virtual time, where they need nothing but memory. */
    public static final int MAX_VIRTUAL_NODES = 100_000;

    /** How many links those may have. */
    public static final int MAX_VIRTUAL_LINKS = 1_000_000;

    public TestnetSpec {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        guests = List.copyOf(guests);
        groups = List.copyOf(groups);
    }

    /** A testnet without named groups. */
    public TestnetSpec(String name, long seed, List<NodeSpec> nodes, List<LinkSpec> links, List<GuestSpec> guests) {
        this(name, seed, nodes, links, guests, List.of());
    }

    /** A testnet without guests. */
    public TestnetSpec(String name, long seed, List<NodeSpec> nodes, List<LinkSpec> links) {
        this(name, seed, nodes, links, List.of(), List.of());
    }

    /** Why this testnet does not run on sockets, in a sentence for people, or null if it does. */
    public @Nullable String socketProblem() {
        String sizeProblem = sizeProblem();
        return sizeProblem == null ? lineProblem() : sizeProblem;
    }

    private @Nullable String lineProblem() {
        return nodes.stream()
                .filter(node -> node.machine().hasLine())
                .findFirst()
                .map(node -> node.name()
                        + " has a line of its own (upload or download), which its links share; only nodes in"
                        + " virtual time have one. Use run FILE --virtual, or ask for bandwidth at the links instead.")
                .orElse(null);
    }

    private @Nullable String sizeProblem() {
        boolean tooManyNodes = nodes.size() > MAX_NODES;
        if (!tooManyNodes && links.size() <= MAX_LINKS) {
            return null;
        }
        return String.format(
                Locale.ROOT,
                "%s has %,d %s; on sockets at most %,d fit, since each takes %s. In virtual time up to %,d run:"
                        + " use run FILE --virtual, or make the testnet smaller.",
                name,
                tooManyNodes ? nodes.size() : links.size(),
                tooManyNodes ? "nodes" : "links",
                tooManyNodes ? MAX_NODES : MAX_LINKS,
                tooManyNodes ? "a port" : "two file descriptors",
                tooManyNodes ? MAX_VIRTUAL_NODES : MAX_VIRTUAL_LINKS);
    }

    /**
     * The same testnet with a place for everything that its nodes keep: relative data directories lie under {@code base};
     * without a base no node keeps anything.
     */
    public TestnetSpec keptUnder(@Nullable Path base) {
        return new TestnetSpec(
                name, seed, nodes.stream().map(node -> keptUnder(base, node)).toList(), links, guests, groups);
    }

    /** The same testnet with these groups. */
    public TestnetSpec withGroups(List<NodeGroup> named) {
        return new TestnetSpec(name, seed, nodes, links, guests, named);
    }

    private static NodeSpec keptUnder(@Nullable Path base, NodeSpec node) {
        Path directory = node.dataDirectory();
        if (directory == null) {
            return node;
        }
        Path resolved = base == null ? null : base.resolve(directory).normalize();
        return node.but().dataDirectory(resolved).build();
    }
}

package org.polytorus.simulator.testnet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.NodeName;

/**
 * A shape with a geography: nodes live in regions, and what a link is like follows from the two regions that it joins. Each
 * direction of a link has the latency of the matrix, the narrower of upload here, download there and what lines between
 * regions carry, and the loss of both ends together.
 *
 * @param latencies one row for each region, from which, with one column for each, to which; one way
 * @param jitter the spread of a latency as a share of it, 0 to 1
 * @param bandwidthAbroad what a line between two regions carries at the most, or null for no limit
 * @param degree links of a node, on average; fewer where a region is too small for them
 * @param abroad how many of these lead to other regions; empty if nodes meet whomever, wherever that lives
 * @param reachable the share of the nodes, above 0, that others may dial: the first of each region. The rest, as if behind
 *     an address translator, only dial
 */
public record Regions(
        List<Region> regions,
        List<List<Duration>> latencies,
        double jitter,
        Jitter.Shape jitterShape,
        @Nullable Bandwidth bandwidthAbroad,
        int degree,
        OptionalInt abroad,
        double reachable) {
    /** More than anybody could tell apart. */
    public static final int MAX_REGIONS = 64;

    public Regions {
        regions = List.copyOf(regions);
        latencies = latencies.stream().map(List::copyOf).toList();
    }

    /** Why there is no such testnet, in a sentence for people, or null if there is. */
    public @Nullable String problem() {
        if (regions.isEmpty() || regions.size() > MAX_REGIONS) {
            return "A testnet of regions has 1 to " + MAX_REGIONS + " of them; found " + regions.size();
        }
        int size = regions.size();
        if (latencies.size() != size || latencies.stream().anyMatch(row -> row.size() != size)) {
            return "The latencies of " + size + " regions are " + size + " rows of " + size
                    + ", from each region to each; found " + latencies.size() + " rows of "
                    + latencies.stream().map(List::size).distinct().toList();
        }
        String wrongRegion = regionProblem();
        return wrongRegion == null ? degreeProblem() : wrongRegion;
    }

    private @Nullable String regionProblem() {
        TreeSet<String> names = new TreeSet<>();
        for (Region region : regions) {
            if (!NodeName.isValid(region.name() + region.nodes())) {
                return "The name of a region begins the names of its nodes: 1 to " + (NodeName.MAX_LENGTH - 6)
                        + " printable characters; found \"" + region.name() + "\"";
            }
            if (!names.add(region.name())) {
                return "Every region has a name of its own; found " + region.name() + " twice";
            }
            if (region.nodes() < 1) {
                return "A region has at least one node; found " + region.nodes() + " in " + region.name();
            }
        }
        return new TreeSet<>(names()).size() == size()
                ? null
                : "Two regions give the same name to a node, as 1 in a1 and 11 in a do; let one end in a letter";
    }

    private @Nullable String degreeProblem() {
        if (size() > TestnetSpec.MAX_VIRTUAL_NODES) {
            return "A testnet has at most " + TestnetSpec.MAX_VIRTUAL_NODES + " nodes; found " + size();
        }
        if (degree < 1 || (long) size() * degree / 2 > TestnetSpec.MAX_VIRTUAL_LINKS) {
            return "Nodes have at least 1 neighbour, and a testnet at most " + TestnetSpec.MAX_VIRTUAL_LINKS
                    + " links; found " + size() + " nodes with " + degree + " neighbours each";
        }
        if (!(reachable > 0 && reachable <= 1)) {
            return "More than none of the nodes may be dialled, and at most all; found a share of " + reachable;
        }
        if (abroad.isPresent() && (abroad.getAsInt() < 0 || abroad.getAsInt() > degree)) {
            return "Of " + degree + " neighbours 0 to " + degree + " live in other regions; found " + abroad.getAsInt();
        }
        return null;
    }

    /** How many nodes live in all regions. */
    public int size() {
        return regions.stream().mapToInt(Region::nodes).sum();
    }

    /** The nodes that others may dial, region by region. */
    public List<NodeName> reachableNodes() {
        List<NodeName> nodes = new ArrayList<>();
        for (NodeGroup group : groups()) {
            nodes.addAll(group.nodes().subList(0, reachableOf(group.nodes().size())));
        }
        return List.copyOf(nodes);
    }

    /** At least one, so that everybody finds somebody. */
    private int reachableOf(int nodes) {
        return Math.clamp(Math.round(nodes * reachable), 1, nodes);
    }

    /** The names of all nodes, region by region. */
    public List<NodeName> names() {
        return groups().stream().flatMap(group -> group.nodes().stream()).toList();
    }

    /** Each region's nodes under its name. */
    public List<NodeGroup> groups() {
        return regions.stream()
                .map(region -> new NodeGroup(
                        region.name(),
                        IntStream.rangeClosed(1, region.nodes())
                                .mapToObj(i -> new NodeName(region.name() + i))
                                .toList()))
                .toList();
    }

    /**
     * Who dials whom, without conditions. The same arguments always give the same links.
     *
     * @throws IllegalArgumentException if {@link #problem} has something to say
     */
    public List<LinkSpec> links(long seed) {
        String problem = problem();
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        List<NodeName> names = names();
        int[] sizes = regions.stream().mapToInt(Region::nodes).toArray();
        int[] dialled = Arrays.stream(sizes).map(this::reachableOf).toArray();
        return new RegionalGraph(sizes, dialled, degree, abroad, seed)
                .dials().stream()
                        .map(dial -> LinkSpec.clean(names.get(dial.from()), names.get(dial.to())))
                        .toList();
    }

    /** The same links, each with what its two regions make of it; one that has conditions, or a node of no region, keeps what it has. */
    public List<LinkSpec> conditioned(List<LinkSpec> links) {
        Map<NodeName, Integer> homes = new TreeMap<>();
        List<NodeGroup> groups = groups();
        for (int i = 0; i < groups.size(); i++) {
            int home = i;
            groups.get(i).nodes().forEach(node -> homes.put(node, home));
        }
        LinkConditions[][] conditions = new LinkConditions[groups.size()][groups.size()];
        for (int from = 0; from < groups.size(); from++) {
            for (int to = 0; to < groups.size(); to++) {
                conditions[from][to] = conditions(from, to);
            }
        }
        List<LinkSpec> conditioned = new ArrayList<>();
        for (LinkSpec link : links) {
            Integer from = homes.get(link.dialler());
            Integer to = homes.get(link.listener());
            boolean isFree = link.there().isNone() && link.back().isNone() && !link.isIntroduction();
            conditioned.add(
                    isFree && from != null && to != null
                            ? new LinkSpec(link.dialler(), link.listener(), conditions[from][to], conditions[to][from])
                            : link);
        }
        return List.copyOf(conditioned);
    }

    /** What messages meet on the way from one region, by its place in the list, to another, or inside of one. */
    LinkConditions conditions(int from, int to) {
        Duration latency = latencies.get(from).get(to);
        double lostHere = regions.get(from).loss();
        double lostThere = from == to ? 0 : regions.get(to).loss();
        Duration spread = Duration.ofNanos(Math.round(latency.toNanos() * jitter));
        return LinkConditions.NONE
                .but()
                .latency(latency)
                .jitter(new Jitter(spread, jitterShape))
                .loss(lostHere + lostThere - lostHere * lostThere)
                .bandwidth(narrower(
                        narrower(regions.get(from).upload(), regions.get(to).download()),
                        from == to ? null : bandwidthAbroad))
                .build();
    }

    private static @Nullable Bandwidth narrower(@Nullable Bandwidth one, @Nullable Bandwidth other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.bitsPerSecond() <= other.bitsPerSecond() ? one : other;
    }
}

package org.polytorus.simulator.testnet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/** The sets of nodes that can reach each other. */
public final class Components {

    private Components() {}

    /**
     * Every node is in exactly one component, alone if nothing joins it.
     *
     * @param carrying the links that carry traffic; one with an end outside {@code nodes} joins nothing
     * @return the largest component first, then by the first name; names in order
     */
    public static List<List<NodeName>> of(Collection<NodeName> nodes, Collection<LinkId> carrying) {
        List<NodeName> sorted = nodes.stream().sorted().distinct().toList();
        Map<NodeName, Integer> positions = LinkedHashMap.newLinkedHashMap(sorted.size());
        int[] parents = alone(sorted.size());
        for (int i = 0; i < parents.length; i++) {
            positions.put(sorted.get(i), i);
        }
        for (LinkId link : carrying) {
            Integer a = positions.get(link.a());
            Integer b = positions.get(link.b());
            if (a != null && b != null) {
                join(parents, a, b);
            }
        }
        return collect(sorted, parents);
    }

    /**
     * How many components there are.
     *
     * @param ends the two nodes of each link that carries traffic, one after the other, from 0 to {@code nodes} (exclusive)
     */
    public static int count(int nodes, int[] ends) {
        int[] parents = alone(nodes);
        int count = nodes;
        for (int i = 0; i < ends.length; i += 2) {
            count -= join(parents, ends[i], ends[i + 1]) ? 1 : 0;
        }
        return count;
    }

    private static int[] alone(int nodes) {
        return IntStream.range(0, nodes).toArray();
    }

    private static List<List<NodeName>> collect(List<NodeName> sorted, int[] parents) {
        Map<Integer, List<NodeName>> byRoot = new TreeMap<>();
        for (int i = 0; i < parents.length; i++) {
            byRoot.computeIfAbsent(root(parents, i), _ -> new ArrayList<>()).add(sorted.get(i));
        }
        return byRoot.values().stream()
                .sorted(Comparator.<List<NodeName>>comparingInt(List::size)
                        .reversed()
                        .thenComparing(List::getFirst))
                .map(List::copyOf)
                .toList();
    }

    /** False if the two were joined already. */
    private static boolean join(int[] parents, int one, int other) {
        int rootOfOne = root(parents, one);
        int rootOfOther = root(parents, other);
        parents[Math.max(rootOfOne, rootOfOther)] = Math.min(rootOfOne, rootOfOther);
        return rootOfOne != rootOfOther;
    }

    /** Follows the parents, halving the path on the way, so that later calls are short. */
    private static int root(int[] parents, int start) {
        int node = start;
        while (parents[node] != node) {
            parents[node] = parents[parents[node]];
            node = parents[node];
        }
        return node;
    }
}

package org.polytorus.simulator.testnet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.polytorus.simulator.model.NodeName;

/**
 * Groups of nodes between which every link is a black hole. Nodes in no group keep all their links.
 *
 * @param name what it is healed by
 * @param oneWay whether only what a group sends to those after it is swallowed, while answers still arrive
 */
public record Partition(String name, List<NodeGroup> groups, boolean oneWay) {
    /** How many partitions a testnet has at once. */
    public static final int MAX_PARTITIONS = 20;

    /** @throws IllegalArgumentException with a sentence for people if there are not two groups or a node is in two */
    public Partition {
        groups = List.copyOf(groups);
        if (groups.size() < 2) {
            throw new IllegalArgumentException(
                    "A partition lies between at least two groups; found " + groups.size() + " in " + name);
        }
        Map<NodeName, String> seen = new TreeMap<>();
        for (NodeGroup group : groups) {
            for (NodeName node : group.nodes()) {
                String other = seen.putIfAbsent(node, group.name());
                if (other != null) {
                    throw new IllegalArgumentException("A node is on one side of a partition; found " + node + " in "
                            + other + " and in " + group.name());
                }
            }
        }
    }

    /** The groups as people write them: {@code west | east}, or {@code west → east} for one way. */
    public String text() {
        return groups.stream().map(NodeGroup::name).collect(Collectors.joining(oneWay ? " → " : " | "));
    }
}

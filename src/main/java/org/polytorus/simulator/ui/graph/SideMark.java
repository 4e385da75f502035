package org.polytorus.simulator.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.PartitionSnapshot;

/**
 * One side of a partition as it is drawn.
 *
 * @param label its name
 * @param number counts the sides that are shown
 * @param nodes their places in the scene
 */
record SideMark(String label, int number, List<Integer> nodes) {
    /** The sides of so many partitions are drawn, the latest; those of more would only hide each other. */
    static final int MAX_PARTITIONS = 2;

    SideMark {
        nodes = List.copyOf(nodes);
    }

    /** The sides of the latest partitions. */
    static List<SideMark> of(List<PartitionSnapshot> partitions, Map<NodeName, Integer> places) {
        List<SideMark> sides = new ArrayList<>();
        int first = Math.max(0, partitions.size() - MAX_PARTITIONS);
        for (PartitionSnapshot one : partitions.subList(first, partitions.size())) {
            for (NodeGroup group : one.partition().groups()) {
                List<Integer> nodes = group.nodes().stream()
                        .map(places::get)
                        .filter(Objects::nonNull)
                        .toList();
                sides.add(new SideMark(group.name(), sides.size(), nodes));
            }
        }
        return sides;
    }
}

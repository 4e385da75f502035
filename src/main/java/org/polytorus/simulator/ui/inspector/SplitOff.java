package org.polytorus.simulator.ui.inspector;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Makes a partition between some nodes and all the others. */
public final class SplitOff {
    private static final String REST = "rest";
    private static final String OTHERS = "others";

    private SplitOff() {}

    /** What the chosen nodes still hear of the others, and the others of them. */
    public enum Way {
        BOTH("Nothing passes either way"),
        IN("Nothing gets in"),
        OUT("Nothing gets out");

        private final String text;

        Way(String text) {
            this.text = text;
        }

        /** How a person reads it. */
        public String text() {
            return text;
        }
    }

    /**
     * The partition that cuts them off, or nothing if there are no others, or none of them.
     *
     * @param name of the partition and of the side of the chosen nodes
     */
    public static Optional<Partition> of(TestnetSnapshot snapshot, List<NodeName> chosen, String name, Way way) {
        Set<NodeName> others = new LinkedHashSet<>();
        snapshot.nodes().stream().map(NodeSnapshot::name).forEach(others::add);
        snapshot.guests().stream().map(GuestSnapshot::name).forEach(others::add);
        chosen.forEach(others::remove);
        if (chosen.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        NodeGroup inside = new NodeGroup(name, chosen);
        NodeGroup outside = new NodeGroup(name.equals(REST) ? OTHERS : REST, List.copyOf(others));
        List<NodeGroup> groups = switch (way) {
            case BOTH, OUT -> List.of(inside, outside);
            case IN -> List.of(outside, inside);
        };
        return Optional.of(new Partition(name, groups, way != Way.BOTH));
    }

    /** A name that no partition in force has: that of the group that they are, that of the one node, or a number. */
    public static String suggestedName(TestnetSnapshot snapshot, List<NodeName> chosen, List<NodeGroup> groups) {
        List<String> names = new ArrayList<>();
        Set<NodeName> set = new LinkedHashSet<>(chosen);
        groups.stream()
                .filter(group -> set.equals(new LinkedHashSet<>(group.nodes())))
                .map(NodeGroup::name)
                .forEach(names::add);
        if (chosen.size() == 1) {
            names.add(chosen.getFirst().value());
        }
        for (int i = 1; i <= Partition.MAX_PARTITIONS + 1; i++) {
            names.add("split " + i);
        }
        Set<String> taken = new LinkedHashSet<>();
        snapshot.partitions().stream()
                .map(PartitionSnapshot::partition)
                .map(Partition::name)
                .forEach(taken::add);
        names.removeIf(taken::contains);
        return names.getFirst();
    }
}

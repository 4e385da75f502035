package org.polytorus.simulator.testnet;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/** Which links a partition cuts, quickly asked. */
public final class Cut {
    private final Map<NodeName, Integer> groups = new TreeMap<>();
    private final boolean oneWay;

    public Cut(Partition partition) {
        oneWay = partition.oneWay();
        for (int i = 0; i < partition.groups().size(); i++) {
            for (NodeName node : partition.groups().get(i).nodes()) {
                groups.put(node, i);
            }
        }
    }

    /** The directions of a link in which nothing arrives; none for a link inside of a group, or with an end in none. */
    public Set<Direction> of(LinkId link) {
        Set<Direction> cut = EnumSet.noneOf(Direction.class);
        for (Direction direction : Direction.values()) {
            Integer from = groups.get(link.sender(direction));
            Integer to = groups.get(link.receiver(direction));
            if (from != null && to != null && (oneWay ? from < to : !from.equals(to))) {
                cut.add(direction);
            }
        }
        return cut;
    }
}

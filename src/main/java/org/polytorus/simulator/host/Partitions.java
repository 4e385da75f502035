package org.polytorus.simulator.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.testnet.Cut;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.PartitionSnapshot;

/** The partitions in force, in the order in which they were made. May be used from any thread. */
public final class Partitions {

    /** One in force. */
    record Standing(Partition partition, Cut cut, long sinceNanos) {}

    private final Map<String, Standing> standing = new LinkedHashMap<>();

    /** Null if it is in force now, or why it cannot be. */
    synchronized @Nullable String add(Partition partition, long epochNanos) {
        if (standing.containsKey(partition.name())) {
            return "There is a partition named " + partition.name()
                    + " already. Heal it first, or choose another name.";
        }
        if (standing.size() >= Partition.MAX_PARTITIONS) {
            return "There are " + standing.size() + " partitions already, which is the most. Heal one first.";
        }
        standing.put(partition.name(), new Standing(partition, new Cut(partition), epochNanos));
        return null;
    }

    /** Takes the one of that name, or all for null, out of force; gives those that were in force. */
    synchronized List<Standing> remove(@Nullable String name) {
        List<Standing> removed = new ArrayList<>();
        if (name == null) {
            removed.addAll(standing.values());
            standing.clear();
        } else {
            Standing one = standing.remove(name);
            if (one != null) {
                removed.add(one);
            }
        }
        return removed;
    }

    synchronized List<String> names() {
        return List.copyOf(standing.keySet());
    }

    /** In which directions the partitions together swallow everything. */
    public synchronized Set<Direction> cutOf(LinkId link) {
        Set<Direction> cut = EnumSet.noneOf(Direction.class);
        standing.values().forEach(one -> cut.addAll(one.cut().of(link)));
        return cut;
    }

    synchronized List<PartitionSnapshot> snapshot(Collection<LinkId> shown) {
        return standing.values().stream()
                .map(one -> new PartitionSnapshot(
                        one.partition(),
                        shown.stream()
                                .filter(link -> !one.cut().of(link).isEmpty())
                                .toList(),
                        one.sinceNanos()))
                .toList();
    }
}

package org.polytorus.simulator.host;

import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.TestnetEvent.Kind;
import org.polytorus.simulator.testnet.TestnetEvent.Severity;

/**
 * Brings partitions into and out of force, with refusals and events; the host then brings its links in line. May be used from
 * any thread.
 */
public final class PartitionOrders {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Partitions partitions;
    private final EventLog events;
    private final LongSupplier clock;

    /** @param clock nanoseconds since the Unix epoch */
    public PartitionOrders(Partitions partitions, EventLog events, LongSupplier clock) {
        this.partitions = partitions;
        this.events = events;
        this.clock = clock;
    }

    /** Null if the partition is in force now, or why it cannot be. */
    public @Nullable CommandResult split(Partition partition, Predicate<NodeName> isKnown) {
        List<String> unknown = partition.groups().stream()
                .flatMap(group -> group.nodes().stream())
                .filter(node -> !isKnown.test(node))
                .map(NodeName::value)
                .toList();
        if (!unknown.isEmpty()) {
            return CommandResult.refused("The partition " + partition.text()
                    + " names nodes that this testnet does not have: " + String.join(", ", unknown) + ".");
        }
        String obstacle = partitions.add(partition, clock.getAsLong());
        return obstacle == null ? null : CommandResult.refused(obstacle);
    }

    /** Tells of a partition once so many links are cut by it. */
    public void tellSplit(Partition partition, int changed) {
        String cut = changed == 1 ? "1 link is cut" : changed + " links are cut";
        events.add(Kind.PARTITION, Severity.WARNING, null, null, "Split " + partition.text() + ": " + cut);
    }

    /** Null if the partition of that name, or each for null, is out of force now and told of, or why it cannot be. */
    public @Nullable CommandResult heal(@Nullable String name) {
        List<Partitions.Standing> healed = partitions.remove(name);
        if (healed.isEmpty() && name != null) {
            List<String> names = partitions.names();
            return CommandResult.refused("There is no partition named " + name + " to heal. "
                    + (names.isEmpty() ? "There is none at all." : "There are " + String.join(", ", names) + "."));
        }
        long nowNanos = clock.getAsLong();
        for (Partitions.Standing one : healed) {
            String text = String.format(
                    Locale.ROOT,
                    "Healed %s after %.1f s",
                    one.partition().text(),
                    (nowNanos - one.sinceNanos()) / NANOS_PER_SECOND);
            events.add(Kind.PARTITION, Severity.INFO, null, null, text);
        }
        return null;
    }
}

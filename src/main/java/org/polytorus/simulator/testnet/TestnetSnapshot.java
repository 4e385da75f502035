package org.polytorus.simulator.testnet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;

/**
 * Everything about a testnet at one moment.
 *
 * @param sequence grows with every new snapshot
 * @param epochNanos when it was taken, nanoseconds since the Unix epoch
 * @param nodes in the order of their names
 * @param links in the order of their ids; every pair that was ever connected or is meant to be
 * @param components the running nodes, grouped by links that carry traffic; the largest group first
 * @param tips how many different tips the running nodes follow
 * @param totals the sum of all nodes' counters
 * @param overflowed observations that were discarded because the queue to this snapshot was full
 * @param problems what went wrong and lasts, in words: ports in use, addresses not available
 * @param guests programs that are not ours, in the order of their names
 * @param healing how the last mending of the network went, or null if it was never cut and mended
 * @param partitions those in force, in the order in which they were made
 * @param propagation how fast blocks travel
 */
public record TestnetSnapshot(
        String name,
        long sequence,
        long epochNanos,
        List<NodeSnapshot> nodes,
        List<LinkSnapshot> links,
        List<List<NodeName>> components,
        int tips,
        NetworkStats totals,
        long overflowed,
        List<String> problems,
        List<GuestSnapshot> guests,
        @Nullable Healing healing,
        List<PartitionSnapshot> partitions,
        PropagationSnapshot propagation) {

    public TestnetSnapshot {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        components = components.stream().map(List::copyOf).toList();
        problems = List.copyOf(problems);
        guests = List.copyOf(guests);
        partitions = List.copyOf(partitions);
    }

    /** The same picture with other problems. */
    public TestnetSnapshot withProblems(List<String> changed) {
        return new TestnetSnapshot(
                name,
                sequence,
                epochNanos,
                nodes,
                links,
                components,
                tips,
                totals,
                overflowed,
                changed,
                guests,
                healing,
                partitions,
                propagation);
    }
}

package org.polytorus.simulator.testnet;

import java.util.List;
import org.polytorus.simulator.model.LinkId;

/**
 * A partition in force.
 *
 * @param cut the links, of those that are shown, of which it swallows at least one direction
 * @param sinceNanos when it was made, nanoseconds since the Unix epoch
 */
public record PartitionSnapshot(Partition partition, List<LinkId> cut, long sinceNanos) {

    public PartitionSnapshot {
        cut = List.copyOf(cut);
    }
}

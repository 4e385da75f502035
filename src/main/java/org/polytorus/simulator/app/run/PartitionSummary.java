package org.polytorus.simulator.app.run;

import java.util.List;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.PartitionSnapshot;

/**
 * A partition that was in force at the end.
 *
 * @param links how many links it cut
 * @param seconds for how long it has been there
 */
public record PartitionSummary(String name, List<Side> groups, boolean oneWay, int links, double seconds) {
    private static final double NANOS_PER_SECOND = 1e9;

    public PartitionSummary {
        groups = List.copyOf(groups);
    }

    /** One of the groups. */
    public record Side(String name, List<String> nodes) {
        public Side {
            nodes = List.copyOf(nodes);
        }
    }

    static PartitionSummary of(PartitionSnapshot seen, long nowNanos) {
        return new PartitionSummary(
                seen.partition().name(),
                seen.partition().groups().stream()
                        .map(group -> new Side(
                                group.name(),
                                group.nodes().stream().map(NodeName::value).toList()))
                        .toList(),
                seen.partition().oneWay(),
                seen.cut().size(),
                Math.max(0, nowNanos - seen.sinceNanos()) / NANOS_PER_SECOND);
    }
}

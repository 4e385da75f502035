package org.polytorus.simulator.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.polytorus.simulator.host.HealingReport;
import org.polytorus.simulator.host.NodeState;
import org.polytorus.simulator.host.SnapshotBuilder;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Collects what the nodes published last, what was counted on the links and what is known of guests. For one thread. */
final class SnapshotSource {
    private final List<NodeServer> nodes;
    private final LinkRegistry registry;
    private final List<String> lastingProblems;
    private final SnapshotBuilder builder;
    private final HealingReport healing;
    private final GuestFolder guests;

    SnapshotSource(
            String name,
            List<NodeServer> nodes,
            LinkRegistry registry,
            List<String> lastingProblems,
            HealingReport healing) {
        this.nodes =
                nodes.stream().sorted(Comparator.comparing(NodeServer::name)).toList();
        this.registry = registry;
        this.lastingProblems = List.copyOf(lastingProblems);
        this.healing = healing;
        builder = new SnapshotBuilder(name, registry);
        guests = new GuestFolder(registry.guests());
    }

    TestnetSnapshot build(long epochNanos, long overflowed, PropagationSnapshot propagation) {
        List<NodeState> states = nodes.stream().map(NodeServer::state).toList();
        List<String> problems = new ArrayList<>(lastingProblems);
        problems.addAll(guests.problems());
        return builder.build(
                new SnapshotBuilder.Scene(
                        epochNanos, states, registry.all(), problems, overflowed, registry.partitions(), propagation),
                guests::fold,
                healing::look);
    }
}

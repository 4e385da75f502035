package org.polytorus.simulator.app.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.HostLink;
import org.polytorus.simulator.invariant.Invariants;
import org.polytorus.simulator.invariant.NodeInvariant;
import org.polytorus.simulator.invariant.TestnetInvariant;
import org.polytorus.simulator.invariant.Traffic;
import org.polytorus.simulator.invariant.TrafficAddsUp;
import org.polytorus.simulator.invariant.Violation;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.sim.Witness;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Holds everything that happens in one simulation against all invariants, and keeps the first violation. */
final class Watch implements Witness, Recorder {
    private final List<NodeInvariant> ofNodes = Invariants.ofNodes();
    private final List<TestnetInvariant> ofTestnets = Invariants.ofTestnets();
    private final TrafficAddsUp trafficAddsUp = new TrafficAddsUp();
    private final Map<LinkId, long[]> handedOver = new TreeMap<>();
    private final Coverage.OfRun coverage;
    private final UnaryOperator<NodeSight> seen;
    private LongSupplier clock = () -> Simulation.BEGIN_NANOS;
    private @Nullable Violation violation;

    Watch(Coverage.OfRun coverage, UnaryOperator<NodeSight> seen) {
        this.coverage = coverage;
        this.seen = seen;
    }

    /** Looks at this one from now on. */
    void follow(Simulation simulation) {
        clock = simulation::nowNanos;
        simulation.watch(this);
    }

    /** The first that was found, or null. */
    @Nullable
    Violation violation() {
        return violation;
    }

    @Override
    public void handled(NodeName node, NodeSight sight, HostSight host) {
        for (NodeInvariant invariant : ofNodes) {
            String found = invariant.broken(node, seen.apply(sight), host);
            if (found != null && violation == null) {
                violation = Violation.of(invariant, found, clock.getAsLong());
            }
        }
    }

    @Override
    public void event(TestnetEvent event) {
        coverage.met("event: " + event.kind().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void delivered(long epochNanos, LinkId link, Direction direction, byte[] payload) {
        handedOver.computeIfAbsent(link, _ -> new long[Direction.values().length])[index(direction)]++;
    }

    /** Looks at the whole. */
    void check(Simulation simulation) {
        TestnetSnapshot now = simulation.snapshot();
        for (TestnetInvariant invariant : ofTestnets) {
            String found = invariant.broken(now);
            if (found != null && violation == null) {
                violation = Violation.of(invariant, found, now.epochNanos());
            }
        }
        String found = trafficAddsUp.broken(traffic(simulation), stats(now));
        if (found != null && violation == null) {
            violation = Violation.of(trafficAddsUp, found, now.epochNanos());
        }
    }

    private List<Traffic> traffic(Simulation simulation) {
        List<Traffic> traffic = new ArrayList<>();
        for (HostLink link : simulation.links()) {
            long[] handed = handedOver.getOrDefault(link.id(), new long[Direction.values().length]);
            for (Direction direction : Direction.values()) {
                traffic.add(new Traffic(
                        link.id(),
                        direction,
                        link.counters(direction).snapshot(link.conditions(direction), -1, simulation.nowNanos()),
                        handed[index(direction)]));
            }
        }
        return traffic;
    }

    private static Map<NodeName, NetworkStats> stats(TestnetSnapshot now) {
        Map<NodeName, NetworkStats> stats = new TreeMap<>();
        now.nodes().forEach(node -> stats.put(node.name(), node.stats()));
        return stats;
    }

    private static int index(Direction direction) {
        return switch (direction) {
            case A_TO_B -> 0;
            case B_TO_A -> 1;
        };
    }
}

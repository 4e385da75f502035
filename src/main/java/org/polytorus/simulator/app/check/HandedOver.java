package org.polytorus.simulator.app.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.HostLink;
import org.polytorus.simulator.invariant.Traffic;
import org.polytorus.simulator.invariant.TrafficAddsUp;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Counts what arrives at the nodes of a simulation, for {@link TrafficAddsUp}, and passes everything on to another recorder. */
public final class HandedOver implements Recorder {
    private final Recorder next;
    private final Map<LinkId, long[]> counts = new TreeMap<>();
    private final TrafficAddsUp invariant = new TrafficAddsUp();

    public HandedOver(Recorder next) {
        this.next = next;
    }

    public TrafficAddsUp invariant() {
        return invariant;
    }

    @Override
    public void event(TestnetEvent event) {
        next.event(event);
    }

    @Override
    public void delivered(long epochNanos, LinkId link, Direction direction, byte[] payload) {
        counts.computeIfAbsent(link, _ -> new long[Direction.values().length])[index(direction)]++;
        next.delivered(epochNanos, link, direction, payload);
    }

    /** What does not add up in the simulation of which this is the recorder, or null. */
    @Nullable
    public String broken(Simulation simulation, TestnetSnapshot now) {
        Map<NodeName, NetworkStats> stats = new TreeMap<>();
        now.nodes().forEach(node -> stats.put(node.name(), node.stats()));
        return invariant.broken(traffic(simulation), stats);
    }

    private List<Traffic> traffic(Simulation simulation) {
        List<Traffic> traffic = new ArrayList<>();
        for (HostLink link : simulation.links()) {
            long[] handed = counts.getOrDefault(link.id(), new long[Direction.values().length]);
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

    private static int index(Direction direction) {
        return switch (direction) {
            case A_TO_B -> 0;
            case B_TO_A -> 1;
        };
    }
}

package org.polytorus.simulator.app.fuzz;

import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.check.HandedOver;
import org.polytorus.simulator.app.check.Inspector;
import org.polytorus.simulator.invariant.Invariant;
import org.polytorus.simulator.invariant.Violation;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.sim.Witness;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Holds everything that happens in one simulation against all invariants, and keeps the first violation. */
final class Watch implements Witness, Recorder {
    private final Inspector inspector;
    private final HandedOver handedOver = new HandedOver(Recorder.NONE);
    private final Coverage.OfRun coverage;
    private final UnaryOperator<NodeSight> seen;
    private LongSupplier clock = () -> Simulation.BEGIN_NANOS;
    private @Nullable Violation violation;

    Watch(TestnetSpec spec, Coverage.OfRun coverage, UnaryOperator<NodeSight> seen) {
        inspector = new Inspector(spec, this::broken);
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

    private void broken(Invariant invariant, String found) {
        if (violation == null) {
            violation = Violation.of(invariant, found, clock.getAsLong());
        }
    }

    @Override
    public void handled(NodeName node, NodeSight sight, HostSight host) {
        inspector.node(node, seen.apply(sight), host);
    }

    @Override
    public void event(TestnetEvent event) {
        coverage.met("event: " + event.kind().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void delivered(long epochNanos, LinkId link, Direction direction, byte[] payload) {
        handedOver.delivered(epochNanos, link, direction, payload);
    }

    /** Looks at the whole. */
    void check(Simulation simulation) {
        TestnetSnapshot now = simulation.snapshot();
        inspector.whole(now);
        String found = handedOver.broken(simulation, now);
        if (found != null) {
            broken(handedOver.invariant(), found);
        }
    }
}

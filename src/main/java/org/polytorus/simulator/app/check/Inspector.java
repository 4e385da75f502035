package org.polytorus.simulator.app.check;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.polytorus.simulator.invariant.Invariant;
import org.polytorus.simulator.invariant.Invariants;
import org.polytorus.simulator.invariant.NodeInvariant;
import org.polytorus.simulator.invariant.TestnetInvariant;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.NodeSight;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Holds the nodes of one run, and the whole of it, against all invariants. For one thread at a time. */
public final class Inspector {
    private final List<NodeInvariant> ofNodes = Invariants.ofNodes();
    private final List<TestnetInvariant> ofTestnets;
    private final BiConsumer<Invariant, String> broken;

    /**
     * One for a run of that testnet.
     *
     * @param broken is told of each that does not hold, and what was found instead
     */
    public Inspector(TestnetSpec spec, BiConsumer<Invariant, String> broken) {
        ofTestnets = Invariants.ofTestnets(spec);
        this.broken = broken;
    }

    /** All that it checks. */
    public List<Invariant> invariants() {
        return Stream.<Invariant>concat(ofNodes.stream(), ofTestnets.stream()).toList();
    }

    /** Looks into a node, between two of its inputs. */
    public void node(NodeName node, NodeSight sight, HostSight host) {
        for (NodeInvariant invariant : ofNodes) {
            String found = invariant.broken(node, sight, host);
            if (found != null) {
                broken.accept(invariant, found);
            }
        }
    }

    /** Nothing that was begun before the next look at the whole has to be done in time. */
    public void excuse() {
        ofTestnets.forEach(TestnetInvariant::excuse);
    }

    /** Looks at the whole. Snapshots come in the order of time. */
    public void whole(TestnetSnapshot now) {
        for (TestnetInvariant invariant : ofTestnets) {
            String found = invariant.broken(now);
            if (found != null) {
                broken.accept(invariant, found);
            }
        }
    }
}

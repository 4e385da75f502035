package org.polytorus.simulator.invariant;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.Gauge;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.NodeSight;

/** Holds the size of everything that a node keeps against the bound that it has. */
public final class WithinBounds implements NodeInvariant, Gauge {
    private @Nullable String exceeded;

    @Override
    public String name() {
        return "bounds";
    }

    @Override
    public String sentence() {
        return "every queue, cache, table and list of a node stays within its bound";
    }

    @Override
    public @Nullable String broken(NodeName node, NodeSight sight, HostSight host) {
        exceeded = null;
        sight.gauge(this);
        return exceeded == null ? null : node + " holds " + exceeded;
    }

    @Override
    public void holds(String what, long held, long bound) {
        if (held > bound || held < 0) {
            exceeded = held + " " + what + ", of " + bound + " at most";
        }
    }
}

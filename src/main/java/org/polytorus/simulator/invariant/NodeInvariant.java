package org.polytorus.simulator.invariant;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.NodeSight;

/** What must hold of a node after everything that it has handled. */
public interface NodeInvariant extends Invariant {

    /** What was found instead, or null if it holds. Called after each input, so it costs little where nothing has changed. */
    @Nullable
    String broken(NodeName node, NodeSight sight, HostSight host);
}

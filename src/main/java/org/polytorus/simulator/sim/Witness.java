package org.polytorus.simulator.sim;

import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.NodeSight;

/** Looks into each node right after it has handled something, and changes nothing. */
@FunctionalInterface
public interface Witness {

    void handled(NodeName node, NodeSight sight, HostSight host);
}

package org.polytorus.simulator.host;

import java.time.Duration;
import java.util.List;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.protocol.NodeSight;

/** A testnet on threads of its own that lets others look into its nodes. */
public interface Insight {

    /** Is shown one node, on that node's thread and between two of its inputs; so it must be quick, and change nothing. */
    @FunctionalInterface
    interface Visitor {
        void visit(NodeName node, NodeSight sight, HostSight host);
    }

    /**
     * Shows every node that has not failed, some of them at once; returns when all were shown.
     *
     * @param patience how long to wait for it
     * @return those that did not answer in that time
     */
    List<NodeName> lookInto(Visitor visitor, Duration patience) throws InterruptedException;
}

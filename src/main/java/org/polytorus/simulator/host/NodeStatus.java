package org.polytorus.simulator.host;

import org.polytorus.simulator.testnet.NodeSnapshot.State;

/** Whether a node runs, and if not, why: the problem is empty unless it failed. */
public record NodeStatus(State state, String problem) {
    public NodeStatus(State state) {
        this(state, "");
    }
}

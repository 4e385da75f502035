package org.polytorus.simulator.host;

import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.StorageStats;
import org.polytorus.simulator.protocol.NodeView;

/** A node as its host knows it at one moment, and as it sees itself. */
public record NodeState(
        NodeName name, PeerId id, Endpoint address, NodeStatus status, StorageStats storage, NodeView view) {}

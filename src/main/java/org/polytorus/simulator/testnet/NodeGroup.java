package org.polytorus.simulator.testnet;

import java.util.List;
import org.polytorus.simulator.model.NodeName;

/** Some nodes under one name. */
public record NodeGroup(String name, List<NodeName> nodes) {

    public NodeGroup {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("A group has at least one node; found none in " + name);
        }
    }
}

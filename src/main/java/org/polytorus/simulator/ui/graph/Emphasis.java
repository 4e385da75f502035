package org.polytorus.simulator.ui.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/** What the picture explains besides the state of things; one at a time. */
public sealed interface Emphasis {
    Emphasis NONE = new Nothing();

    record Nothing() implements Emphasis {}

    /** Links and nodes of which the loss of one splits a part of the network. */
    record WeakSpots(List<LinkId> bridges, List<NodeName> nodes) implements Emphasis {
        public WeakSpots {
            bridges = List.copyOf(bridges);
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * How something reached the nodes.
     *
     * @param origin where it began
     * @param deliveries to the other nodes, the fastest first
     */
    record Spread(NodeName origin, List<Delivery> deliveries) implements Emphasis {
        public Spread {
            deliveries = List.copyOf(deliveries);
        }
    }

    /**
     * The first delivery to a node.
     *
     * @param from the node that it came from, or null if that is not known
     * @param nanos since the beginning
     */
    record Delivery(NodeName node, @Nullable NodeName from, long nanos) {}
}

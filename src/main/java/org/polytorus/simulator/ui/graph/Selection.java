package org.polytorus.simulator.ui.graph;

import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/** What the user has picked. */
public sealed interface Selection {
    Selection NONE = new Nothing();

    record Nothing() implements Selection {}

    record OfNode(NodeName node) implements Selection {}

    record OfLink(LinkId link) implements Selection {}
}

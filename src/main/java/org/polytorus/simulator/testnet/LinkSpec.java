package org.polytorus.simulator.testnet;

import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/** A link that exists from the start: who dials whom, and the conditions each way. */
public record LinkSpec(NodeName dialler, NodeName listener, LinkConditions there, LinkConditions back) {

    public static LinkSpec clean(NodeName dialler, NodeName listener) {
        return new LinkSpec(dialler, listener, LinkConditions.NONE, LinkConditions.NONE);
    }

    public LinkId id() {
        return LinkId.of(dialler, listener);
    }
}

package org.polytorus.simulator.testnet;

import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/**
 * A link that exists from the start: who dials whom, and the conditions each way.
 *
 * @param isIntroduction whether the one only knows the address of the other to begin with: then the pair is no part of the
 *     picture unless the two are connected
 */
public record LinkSpec(
        NodeName dialler, NodeName listener, LinkConditions there, LinkConditions back, boolean isIntroduction) {

    /** A link that is meant to last. */
    public LinkSpec(NodeName dialler, NodeName listener, LinkConditions there, LinkConditions back) {
        this(dialler, listener, there, back, false);
    }

    public static LinkSpec clean(NodeName dialler, NodeName listener) {
        return new LinkSpec(dialler, listener, LinkConditions.NONE, LinkConditions.NONE);
    }

    public static LinkSpec introduction(NodeName dialler, NodeName listener) {
        return new LinkSpec(dialler, listener, LinkConditions.NONE, LinkConditions.NONE, true);
    }

    public LinkId id() {
        return LinkId.of(dialler, listener);
    }
}

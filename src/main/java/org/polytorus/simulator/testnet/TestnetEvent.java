package org.polytorus.simulator.testnet;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;

/**
 * Something that happened, told for people.
 *
 * @param sequence counts events from 1 on
 * @param epochNanos when, in nanoseconds since the Unix epoch
 * @param node the node it happened at, or null
 * @param link the link it is about, or null
 */
public record TestnetEvent(
        long sequence,
        long epochNanos,
        Kind kind,
        Severity severity,
        @Nullable NodeName node,
        @Nullable LinkId link,
        String text) {

    /** What sort of thing it was. */
    public enum Kind {
        NODE_STARTED,
        NODE_STOPPED,
        NODE_FAILED,
        LINK_UP,
        LINK_DOWN,
        LINK_DROPPED,
        LINK_RESTORED,
        CONDITIONS_CHANGED,
        DIAL_FAILED,
        BLOCK_MINED,
        REORGANISATION,
        BLOCK_REJECTED,
        TRANSACTION_SENT,
        MISBEHAVIOUR,
        FLOOD_STARTED,
        FLOOD_ENDED,
        /** A cut of the network, as its nodes suspect it or as it is, and its healing. */
        PARTITION,
        NOTE
    }

    /** How much it matters. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }
}

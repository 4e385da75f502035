package org.polytorus.simulator.testnet;

import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;

/** One link at one moment. */
public record LinkSnapshot(LinkId id, State state, DirectionSnapshot aToB, DirectionSnapshot bToA) {

    /** What a link does. Only {@link #CONNECTED} carries traffic. */
    public enum State {
        /** A registered connection is up, and neither direction is a black hole. */
        CONNECTED,
        /** Somebody tries to connect or waits for the next try. */
        CONNECTING,
        /** Nobody tries: an end is stopped, or nothing dials. */
        DOWN,
        /** Cut by the user: connections are refused until it is restored. */
        DROPPED,
        /** Connected, but at least one direction swallows everything. */
        SILENT
    }

    /** The side of this link on which traffic of {@code direction} is described. */
    public DirectionSnapshot side(Direction direction) {
        return switch (direction) {
            case A_TO_B -> aToB;
            case B_TO_A -> bToA;
        };
    }

    /**
     * One direction: what was asked and what was measured.
     *
     * @param requested what was asked of it; a partition may swallow everything besides
     * @param messages frames that entered the link
     * @param bytes their bytes, with length prefixes
     * @param delivered frames that left it at the other end
     * @param discarded frames lost on it, by its conditions or because the connection ended
     * @param queued frames that are on it now
     * @param delayNanos the mean one-way delay of the frames delivered lately, or −1 before the first
     * @param roundTripNanos the latest round trip measured by the sending end, or −1 before the first
     * @param fidelity what came of what was asked
     */
    public record DirectionSnapshot(
            LinkConditions requested,
            long messages,
            long bytes,
            long delivered,
            long discarded,
            int queued,
            long delayNanos,
            long roundTripNanos,
            LinkFidelity fidelity) {
        public static final DirectionSnapshot IDLE =
                new DirectionSnapshot(LinkConditions.NONE, 0, 0, 0, 0, 0, -1, -1, LinkFidelity.NONE);
    }
}

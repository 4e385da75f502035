package org.polytorus.simulator.invariant;

import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;

/**
 * One direction of a link, as the link and its receiver counted it.
 *
 * @param handedOver messages that came off the link and were given to the receiving node
 */
public record Traffic(LinkId link, Direction direction, DirectionSnapshot counted, long handedOver) {

    NodeName sender() {
        return link.sender(direction);
    }

    NodeName receiver() {
        return link.receiver(direction);
    }

    /** Copies that the link has made: what left it or is on it, beyond what entered. */
    long copies() {
        return counted.delivered() + counted.discarded() + counted.queued() - counted.messages();
    }
}

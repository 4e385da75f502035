package org.polytorus.simulator.testnet;

import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.MessageKind;

/**
 * One message seen on its way.
 *
 * @param sequence counts flights from 1 on
 * @param departedNanos when it was sent, nanoseconds since the Unix epoch
 * @param travelNanos how long the link makes it travel; 0 on a link without latency
 */
public record MessageFlight(
        long sequence, LinkId link, Direction direction, MessageKind kind, long departedNanos, long travelNanos) {}

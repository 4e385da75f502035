package org.polytorus.simulator.testnet;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;

/**
 * A program that is not ours and speaks PolyTorus's protocol with nodes of this testnet: what is known of it from outside.
 *
 * @param name what the testnet calls it
 * @param address where it listens, or null if it dials in
 * @param id its id, or null before its first handshake
 * @param nodeType what it says of itself, or empty
 * @param bestHeight the highest block that it is known to have
 * @param lastHeardNanos when it was last heard of, nanoseconds since the Unix epoch, or −1 for never
 */
public record GuestSnapshot(
        NodeName name,
        @Nullable Endpoint address,
        @Nullable PeerId id,
        String nodeType,
        int bestHeight,
        long lastHeardNanos) {}

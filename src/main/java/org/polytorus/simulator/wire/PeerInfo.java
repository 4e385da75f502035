package org.polytorus.simulator.wire;

import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;

/** One entry of a PeerList. {@code lastSeenSeconds} is unsigned seconds since the Unix epoch. */
public record PeerInfo(PeerId peerId, Endpoint address, long lastSeenSeconds, int bestHeight, String nodeType) {}

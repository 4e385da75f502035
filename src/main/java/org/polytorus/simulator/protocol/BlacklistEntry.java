package org.polytorus.simulator.protocol;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;

/**
 * Somebody whom a node wants nothing to do with.
 *
 * @param peer whose handshakes are turned away
 * @param address where that peer listens, which is not dialled, or null while it is not known
 * @param byUser whether a person asked for it; else the node decided it for itself
 * @param expiresNanos when it ends, or {@link Long#MAX_VALUE} for never
 */
public record BlacklistEntry(
        PeerId peer, @Nullable Endpoint address, String reason, boolean byUser, long sinceNanos, long expiresNanos) {

    boolean concerns(@Nullable PeerId otherPeer, @Nullable Endpoint otherAddress) {
        return peer.equals(otherPeer) || (address != null && address.equals(otherAddress));
    }

    BlacklistEntry at(Endpoint listenAddress) {
        return new BlacklistEntry(peer, listenAddress, reason, byUser, sinceNanos, expiresNanos);
    }
}

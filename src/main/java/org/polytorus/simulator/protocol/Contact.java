package org.polytorus.simulator.protocol;

import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.PeerInfo;

/** A node that can be asked for other nodes, with its place in the key space. */
record Contact(Hash key, PeerInfo info) {

    static Contact of(PeerInfo info) {
        return new Contact(KeySpace.keyOf(info.peerId()), info);
    }

    PeerId peer() {
        return info.peerId();
    }

    Endpoint address() {
        return info.address();
    }
}

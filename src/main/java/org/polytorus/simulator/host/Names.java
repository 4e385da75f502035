package org.polytorus.simulator.host;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;

/** Who is who in a testnet, for whatever is shown to people. */
public interface Names {

    /** Who has this id, or null for a stranger. */
    @Nullable
    NodeName nameOf(PeerId id);

    /** Who listens there, or null if that is not known. */
    @Nullable
    NodeName nameAt(Endpoint endpoint);

    /** Whether this is a program that is not ours. */
    boolean isGuest(NodeName name);

    /** Whether this is a guest that somebody asked for. */
    boolean isInvited(NodeName name);
}

package org.polytorus.simulator.protocol;

import java.util.Collection;
import org.polytorus.simulator.model.Endpoint;

/** What the host of a node has open and under way for it, to be held against what the node believes. */
public interface HostSight {

    /** The connections of which the node has been told and not yet told that they are gone. */
    Collection<ConnectionId> connections();

    /** Whether a dial to that address is under way and not answered yet. */
    boolean isDialling(Endpoint remote);
}

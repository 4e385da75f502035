package org.polytorus.simulator.protocol;

import org.jspecify.annotations.Nullable;

/** One kind of sign that this node may be cut off from a part of the network. */
interface CutEvidence {

    /** What is to be seen now, in words for people, or null if there is no such sign (any more). */
    @Nullable
    String find();

    /** The node starts: what it saw before its pause proves nothing. */
    void forget();
}

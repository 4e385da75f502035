package org.polytorus.simulator.sim;

/** What travels besides messages. */
enum Mark {
    /** All pieces of a sliced message but the last, with which it is whole. */
    PIECE,
    /** The sender says no more. */
    END,
    /** The connection was broken off. */
    RESET
}

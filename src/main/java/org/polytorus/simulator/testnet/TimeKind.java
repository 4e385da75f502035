package org.polytorus.simulator.testnet;

/** In which time a testnet is to live. */
public enum TimeKind {
    /** In the world's, on sockets. */
    REAL,
    /** In its own, without sockets; see {@link VirtualTime}. */
    VIRTUAL
}

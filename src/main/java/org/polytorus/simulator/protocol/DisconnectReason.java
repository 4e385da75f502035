package org.polytorus.simulator.protocol;

/** Why this node ends a connection. */
public enum DisconnectReason {
    STOPPING("this node stops"),
    DUPLICATE("already connected"),
    SELF("connected to itself"),
    WRONG_VERSION("protocol version differs"),
    NO_HANDSHAKE("no handshake in time"),
    SECOND_HANDSHAKE("a second handshake on one connection"),
    CHANGED_IDENTITY("another peer id than before"),
    REJECTED("the peer rejected the handshake"),
    MALFORMED("a malformed frame"),
    TOO_MANY_PEERS("no place for another peer"),
    STALE("no answer to pings"),
    BLACKLISTED("on the blacklist"),
    REPLACED("gave its place to another peer, since it was poor"),
    RELEASED("no longer wanted here"),
    VISIT_OVER("connected only to ask"),
    ORPHAN("unknown to the peer table");

    private final String text;

    DisconnectReason(String text) {
        this.text = text;
    }

    /** How a person reads it. */
    public String text() {
        return text;
    }
}

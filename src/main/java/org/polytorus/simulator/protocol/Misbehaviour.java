package org.polytorus.simulator.protocol;

/** Rules that another node can break, each with what follows. */
public enum Misbehaviour {
    MALFORMED_FRAME("a frame that is no message", "disconnect"),
    SECOND_HANDSHAKE("a second handshake on one connection", "disconnect"),
    DATA_BEFORE_HANDSHAKE("a message before the handshake", "ignore"),
    CHANGED_IDENTITY("another peer id in its handshake than in its ack", "disconnect"),
    WRONG_VERSION("another protocol version", "disconnect"),
    SILENT_CONNECTION("connected and said nothing", "disconnect"),
    INVALID_BLOCK("a block that breaks a rule of the chain", "ignore"),
    INVALID_TRANSACTION("a transaction that breaks a rule", "ignore"),
    UNREADABLE_HASH("a hash that is none", "ignore");

    private final String what;
    private final String consequence;

    Misbehaviour(String what, String consequence) {
        this.what = what;
        this.consequence = consequence;
    }

    /** What the peer did. */
    public String what() {
        return what;
    }

    /** What this node does about it. */
    public String consequence() {
        return consequence;
    }
}

package org.polytorus.simulator.protocol;

/** Why an attempt to reach an address did not become a registered peer. */
public enum DialFailure {
    REFUSED("refused"),
    TIMED_OUT("timed out"),
    UNREACHABLE("unreachable"),
    NO_HANDSHAKE("no handshake"),
    WRONG_VERSION("wrong version"),
    REJECTED("rejected by the peer"),
    SELF("this node itself"),
    BLACKLISTED("on the blacklist"),
    NO_PLACE("no place for another peer here"),
    LOST("connection lost");

    private final String text;

    DialFailure(String text) {
        this.text = text;
    }

    /** How a person reads it. */
    public String text() {
        return text;
    }
}

package org.polytorus.simulator.model;

/** The 13 kinds of message, in the order of their tags on the wire: the ordinal is the tag. */
public enum MessageKind {
    HANDSHAKE("Handshake"),
    HANDSHAKE_ACK("HandshakeAck"),
    PING("Ping"),
    PONG("Pong"),
    BLOCK_ANNOUNCEMENT("BlockAnnouncement"),
    BLOCK_DATA("BlockData"),
    TRANSACTION_ANNOUNCEMENT("TransactionAnnouncement"),
    TRANSACTION_DATA("TransactionData"),
    BLOCK_REQUEST("BlockRequest"),
    TRANSACTION_REQUEST("TransactionRequest"),
    PEER_LIST("PeerList"),
    STATUS_UPDATE("StatusUpdate"),
    ERROR("Error");

    private final String wireName;

    MessageKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name that PolyTorus's own type has. */
    public String wireName() {
        return wireName;
    }
}

package org.polytorus.simulator.model;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of message: PolyTorus's 13, and after them those of ours that only nodes which announced the ability ever get.
 */
public enum MessageKind {
    HANDSHAKE("Handshake", 0),
    HANDSHAKE_ACK("HandshakeAck", 1),
    PING("Ping", 2),
    PONG("Pong", 3),
    BLOCK_ANNOUNCEMENT("BlockAnnouncement", 4),
    BLOCK_DATA("BlockData", 5),
    TRANSACTION_ANNOUNCEMENT("TransactionAnnouncement", 6),
    TRANSACTION_DATA("TransactionData", 7),
    BLOCK_REQUEST("BlockRequest", 8),
    TRANSACTION_REQUEST("TransactionRequest", 9),
    PEER_LIST("PeerList", 10),
    STATUS_UPDATE("StatusUpdate", 11),
    ERROR("Error", 12),
    /** Far from PolyTorus's own, so that a kind which it adds one day is not mistaken for ours. */
    FIND_NODE("FindNode", 1_000),
    FOUND_NODES("FoundNodes", 1_001);

    /** The tags in words, for whoever meets another. */
    public static final String TAGS = "0 to 12, 1000 and 1001";

    private static final int OF_POLYTORUS = 13;
    private static final MessageKind[] KINDS = values();

    private final String wireName;
    private final int tag;

    MessageKind(String wireName, int tag) {
        this.wireName = wireName;
        this.tag = tag;
    }

    /** The kind with this tag, or null if there is none. */
    public static @Nullable MessageKind ofTag(int tag) {
        if (tag >= 0 && tag < OF_POLYTORUS) {
            return KINDS[tag];
        }
        if (tag == FIND_NODE.tag) {
            return FIND_NODE;
        }
        return tag == FOUND_NODES.tag ? FOUND_NODES : null;
    }

    /** The name that PolyTorus's own type has. */
    public String wireName() {
        return wireName;
    }

    /** The number that stands for it on the wire. */
    public int tag() {
        return tag;
    }

    /** Whether PolyTorus's own nodes understand it. */
    public boolean isOfPolyTorus() {
        return tag < OF_POLYTORUS;
    }
}

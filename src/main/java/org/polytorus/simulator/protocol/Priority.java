package org.polytorus.simulator.protocol;

import org.polytorus.simulator.model.MessageKind;

/** Which message goes first where not all can go at once. PolyTorus's four, the most urgent first. */
enum Priority {
    /** What keeps nodes on one chain, and what makes or ends a connection. */
    CRITICAL,
    /** Transactions and discovery. */
    HIGH,
    /** Keep-alives. */
    NORMAL,
    /** What is only nice to know. */
    LOW;

    static Priority of(MessageKind kind) {
        return switch (kind) {
            case HANDSHAKE, HANDSHAKE_ACK, ERROR, BLOCK_ANNOUNCEMENT, BLOCK_DATA, BLOCK_REQUEST -> CRITICAL;
            case TRANSACTION_ANNOUNCEMENT, TRANSACTION_DATA, TRANSACTION_REQUEST, PEER_LIST, FIND_NODE, FOUND_NODES ->
                HIGH;
            case PING, PONG -> NORMAL;
            case STATUS_UPDATE -> LOW;
        };
    }

    /**
     * Whether the rate limit holds for this kind. Not for what is critical: proof of work bounds the number of blocks, and
     * a node that joins late would catch up a hundred times more slowly. Nor for keep-alives: one held back would measure
     * our queue instead of the link, and in the end drop a healthy peer.
     */
    static boolean isLimited(MessageKind kind) {
        return switch (of(kind)) {
            case CRITICAL -> false;
            case HIGH, LOW -> true;
            case NORMAL -> kind != MessageKind.PING && kind != MessageKind.PONG;
        };
    }

    /** Whether a peer that is away still wants it when it returns. */
    static boolean outlivesConnection(MessageKind kind) {
        return switch (kind) {
            case BLOCK_ANNOUNCEMENT, BLOCK_DATA, TRANSACTION_ANNOUNCEMENT, TRANSACTION_DATA -> true;
            case HANDSHAKE,
                    HANDSHAKE_ACK,
                    ERROR,
                    BLOCK_REQUEST,
                    TRANSACTION_REQUEST,
                    PEER_LIST,
                    FIND_NODE,
                    FOUND_NODES,
                    PING,
                    PONG,
                    STATUS_UPDATE -> false;
        };
    }
}

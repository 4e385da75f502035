package org.polytorus.simulator.ui.graph;

import javafx.scene.paint.Color;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.ui.fx.Palette;

/** The groups in which messages are drawn; what matters more comes first. */
enum DotKind {
    BLOCK("Block"),
    ERROR("Error"),
    HANDSHAKE("Handshake"),
    TRANSACTION("Transaction"),
    GOSSIP("Announcement, request, peers, status"),
    KEEP_ALIVE("Ping, pong");

    private final String text;

    DotKind(String text) {
        this.text = text;
    }

    static DotKind of(MessageKind kind) {
        return switch (kind) {
            case BLOCK_DATA -> BLOCK;
            case TRANSACTION_DATA -> TRANSACTION;
            case ERROR -> ERROR;
            case HANDSHAKE, HANDSHAKE_ACK -> HANDSHAKE;
            case PING, PONG -> KEEP_ALIVE;
            case BLOCK_ANNOUNCEMENT,
                    TRANSACTION_ANNOUNCEMENT,
                    BLOCK_REQUEST,
                    TRANSACTION_REQUEST,
                    PEER_LIST,
                    FIND_NODE,
                    FOUND_NODES,
                    STATUS_UPDATE -> GOSSIP;
        };
    }

    /** How a person reads it. */
    String text() {
        return text;
    }

    Color colour(Palette palette) {
        return switch (this) {
            case BLOCK -> palette.message().block();
            case ERROR -> palette.message().error();
            case HANDSHAKE -> palette.message().handshake();
            case TRANSACTION -> palette.message().transaction();
            case GOSSIP -> palette.message().gossip();
            case KEEP_ALIVE -> palette.message().keepAlive();
        };
    }
}

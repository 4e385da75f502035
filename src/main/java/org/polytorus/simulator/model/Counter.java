package org.polytorus.simulator.model;

import java.util.Locale;

/** PolyTorus's eight counters of a node by their names; {@link NetworkStats} says what each counts. */
public enum Counter {
    TOTAL_CONNECTIONS,
    ACTIVE_CONNECTIONS,
    MESSAGES_SENT,
    MESSAGES_RECEIVED,
    BYTES_SENT,
    BYTES_RECEIVED,
    BLOCKS_PROPAGATED,
    TRANSACTIONS_PROPAGATED;

    /** As PolyTorus writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads it. */
    public long of(NetworkStats stats) {
        return switch (this) {
            case TOTAL_CONNECTIONS -> stats.totalConnections();
            case ACTIVE_CONNECTIONS -> stats.activeConnections();
            case MESSAGES_SENT -> stats.messagesSent();
            case MESSAGES_RECEIVED -> stats.messagesReceived();
            case BYTES_SENT -> stats.bytesSent();
            case BYTES_RECEIVED -> stats.bytesReceived();
            case BLOCKS_PROPAGATED -> stats.blocksPropagated();
            case TRANSACTIONS_PROPAGATED -> stats.transactionsPropagated();
        };
    }
}

package org.polytorus.simulator.report;

import java.util.List;
import java.util.Locale;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.testnet.NodeSnapshot;

/** A figure of a node that is sampled during a run. The last eight are PolyTorus's counters, by its own names. */
public enum Measure {
    /** 1 while the node runs, else 0. */
    RUNNING,
    HEIGHT,
    PEERS,
    MEMPOOL,
    REORGANISATIONS,
    TOTAL_CONNECTIONS,
    ACTIVE_CONNECTIONS,
    MESSAGES_SENT,
    MESSAGES_RECEIVED,
    BYTES_SENT,
    BYTES_RECEIVED,
    BLOCKS_PROPAGATED,
    TRANSACTIONS_PROPAGATED;

    /** How many there are. */
    static final int COUNT = values().length;

    private static final List<Measure> ALL = List.of(values());

    /** As it is called in files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it goes up and down; the others only ever grow. */
    public boolean isLevel() {
        return this == RUNNING || this == HEIGHT || this == PEERS || this == MEMPOOL || this == ACTIVE_CONNECTIONS;
    }

    /** Whether it is one of PolyTorus's eight counters. */
    public boolean isCounter() {
        return compareTo(TOTAL_CONNECTIONS) >= 0;
    }

    /** Its place among the others. */
    int column() {
        return ALL.indexOf(this);
    }

    long of(NodeSnapshot node) {
        NetworkStats stats = node.stats();
        return switch (this) {
            case RUNNING -> node.state() == NodeSnapshot.State.RUNNING ? 1 : 0;
            case HEIGHT -> node.height();
            case PEERS -> node.peers().size();
            case MEMPOOL -> node.mempoolSize();
            case REORGANISATIONS -> node.reorganisations();
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

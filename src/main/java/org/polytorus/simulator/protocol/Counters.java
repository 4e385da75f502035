package org.polytorus.simulator.protocol;

import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.NetworkStats;

/** The node's eight counters while they count. */
final class Counters {
    private long totalConnections;
    private long activeConnections;
    private long messagesSent;
    private long messagesReceived;
    private long bytesSent;
    private long bytesReceived;
    private long blocksPropagated;
    private long transactionsPropagated;

    void connectionOpened() {
        totalConnections++;
        activeConnections++;
    }

    void connectionClosed() {
        activeConnections--;
    }

    void sent(MessageKind kind, int frameBytes) {
        messagesSent++;
        bytesSent += frameBytes;
        if (kind == MessageKind.BLOCK_DATA) {
            blocksPropagated++;
        } else if (kind == MessageKind.TRANSACTION_DATA) {
            transactionsPropagated++;
        }
    }

    void received(int frameBytes) {
        messagesReceived++;
        bytesReceived += frameBytes;
    }

    NetworkStats stats() {
        return new NetworkStats(
                totalConnections,
                activeConnections,
                messagesSent,
                messagesReceived,
                bytesSent,
                bytesReceived,
                blocksPropagated,
                transactionsPropagated);
    }
}

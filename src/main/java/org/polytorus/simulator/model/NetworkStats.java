package org.polytorus.simulator.model;

/**
 * PolyTorus's eight counters of a node. All but {@code activeConnections} only ever grow.
 *
 * @param totalConnections connections over which a peer was registered, ever
 * @param activeConnections connections over which a peer is registered now
 * @param messagesSent frames handed to a connection
 * @param messagesReceived whole frames taken from a connection, malformed ones included
 * @param bytesSent bytes of the sent frames with their length prefix
 * @param bytesReceived bytes of the received frames with their length prefix
 * @param blocksPropagated full blocks sent
 * @param transactionsPropagated full transactions sent
 */
public record NetworkStats(
        long totalConnections,
        long activeConnections,
        long messagesSent,
        long messagesReceived,
        long bytesSent,
        long bytesReceived,
        long blocksPropagated,
        long transactionsPropagated) {
    public static final NetworkStats ZERO = new NetworkStats(0, 0, 0, 0, 0, 0, 0, 0);

    /** The sum of both, counter by counter. */
    public NetworkStats plus(NetworkStats other) {
        return new NetworkStats(
                totalConnections + other.totalConnections,
                activeConnections + other.activeConnections,
                messagesSent + other.messagesSent,
                messagesReceived + other.messagesReceived,
                bytesSent + other.bytesSent,
                bytesReceived + other.bytesReceived,
                blocksPropagated + other.blocksPropagated,
                transactionsPropagated + other.transactionsPropagated);
    }
}

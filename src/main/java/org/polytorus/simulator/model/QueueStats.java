package org.polytorus.simulator.model;

/**
 * PolyTorus's figures of the messages that a node holds back, under its names.
 *
 * @param criticalQueueSize messages of that priority that wait now, for connected peers and for those that are away
 * @param totalMessagesProcessed messages that were sent, at once or after waiting; a flood goes round the queues
 * @param totalMessagesDropped messages that were given up: no room, too old, or their peer is gone for good
 * @param averageProcessingTimeMillis how long a processed message waited on average; most do not wait at all
 * @param bandwidthUsageMbps what was sent, over the last few seconds, in 10⁶ bits a second
 */
public record QueueStats(
        int criticalQueueSize,
        int highQueueSize,
        int normalQueueSize,
        int lowQueueSize,
        long totalMessagesProcessed,
        long totalMessagesDropped,
        double averageProcessingTimeMillis,
        double bandwidthUsageMbps) {
    public static final QueueStats NONE = new QueueStats(0, 0, 0, 0, 0, 0, 0, 0);
}

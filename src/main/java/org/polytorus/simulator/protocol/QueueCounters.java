package org.polytorus.simulator.protocol;

/** What happened to all messages of a node that went, or should have gone, through its queues. */
final class QueueCounters {
    private long processed;
    private long waitedNanos;
    private long dropped;
    private long expired;

    void processed(long afterNanos) {
        processed++;
        waitedNanos += afterNanos;
    }

    void dropped(int messages) {
        dropped += messages;
    }

    void expired(int messages) {
        expired += messages;
    }

    long processed() {
        return processed;
    }

    /** Given up for whatever reason, old age included. */
    long givenUp() {
        return dropped + expired;
    }

    long expired() {
        return expired;
    }

    double averageMillis() {
        return processed == 0 ? 0 : waitedNanos / 1e6 / processed;
    }
}

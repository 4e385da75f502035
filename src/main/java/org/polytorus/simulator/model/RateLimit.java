package org.polytorus.simulator.model;

/**
 * How much a node sends to one peer of what is limited at all.
 *
 * @param messagesPerSecond in the long run
 * @param burstMessages that may go at once after a pause
 * @param bytesPerSecond in the long run, and at once after a pause
 */
public record RateLimit(int messagesPerSecond, int burstMessages, int bytesPerSecond) {
    /** PolyTorus's own figures. */
    public static final RateLimit DEFAULT = new RateLimit(100, 20, 1024 * 1024);

    public RateLimit {
        if (messagesPerSecond < 1 || burstMessages < 1 || bytesPerSecond < 1) {
            throw new IllegalArgumentException(
                    "A rate limit lets at least 1 message, 1 at once and 1 byte/s through; found " + messagesPerSecond
                            + ", " + burstMessages + " and " + bytesPerSecond);
        }
    }
}

package org.polytorus.simulator.testnet;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;

/**
 * A flood that a node is told to send.
 *
 * @param messagesPerSecond in all, 1 to {@link #MAX_RATE}
 * @param messageBytes the wished size of a message, where its kind leaves a choice
 * @param target the neighbour that gets it, or null for all in turn
 * @param duration how long, up to {@link #MAX_DURATION}
 */
public record FloodSpec(
        Kind kind,
        int messagesPerSecond,
        int messageBytes,
        @Nullable NodeName target,
        Duration duration) {
    public static final int MAX_RATE = 10_000_000;
    public static final int MAX_MESSAGE_BYTES = 1_000_000;
    public static final Duration MAX_DURATION = Duration.ofMinutes(10);

    /** What a flood is made of. */
    public enum Kind {
        PING("Pings", false),
        TRANSACTION("Transactions", true),
        STATUS_UPDATE("Status updates", false),
        BLOCK_ANNOUNCEMENT("Announcements of unknown blocks", false),
        REMARK("Remarks that nobody acts on", true);

        private final String text;
        private final boolean sizeable;

        Kind(String text, boolean sizeable) {
            this.text = text;
            this.sizeable = sizeable;
        }

        /** How a person reads it. */
        public String text() {
            return text;
        }

        /** Whether the size of a message can be chosen. */
        public boolean sizeable() {
            return sizeable;
        }
    }

    public FloodSpec {
        requireWithin("A flood's rate", messagesPerSecond, MAX_RATE);
        requireWithin("A flood's message size", messageBytes, MAX_MESSAGE_BYTES);
        if (!duration.isPositive() || duration.compareTo(MAX_DURATION) > 0) {
            throw new IllegalArgumentException("A flood lasts up to 10 minutes; found " + duration);
        }
    }

    private static void requireWithin(String what, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(what + " is between 1 and " + max + "; found " + value);
        }
    }
}

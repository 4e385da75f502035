package org.polytorus.simulator.protocol;

import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.model.RateLimit;

/**
 * Two token buckets, one of messages and one of bytes. A message may go when there is a token for it and any byte at all:
 * a large one leaves a debt of bytes that the next have to wait for, so that no message is too large to go ever.
 */
final class RateLimiter {
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Sums of fractions come out a little below the whole number that they stand for. */
    private static final double WHOLE = 1 - 1e-6;

    private final RateLimit limit;
    private double factor = 1;
    private double messages;
    private double bytes;
    private long filledNanos;

    RateLimiter(RateLimit limit, long now) {
        this.limit = limit;
        this.messages = limit.burstMessages();
        this.bytes = limit.bytesPerSecond();
        this.filledNanos = now;
    }

    /** From now on so many times the limit holds. What was saved up under a larger one is cut. */
    void scale(double newFactor, long now) {
        fill(now);
        factor = newFactor;
        fill(now);
    }

    /** Whether one more message may go now. */
    boolean isOpen(long now) {
        fill(now);
        return messages >= WHOLE && bytes > 0;
    }

    /** A message goes. */
    void take(int messageBytes) {
        messages -= 1;
        bytes -= messageBytes;
    }

    /** When the next message may go, if none goes before. */
    long opensNanos(long now) {
        fill(now);
        double forMessage = (1 - messages) / messagesPerSecond();
        double forByte = (1 - bytes) / bytesPerSecond();
        return now + (long) Math.ceil(Math.max(0, Math.max(forMessage, forByte)) * NANOS_PER_SECOND);
    }

    private void fill(long now) {
        double seconds = (now - filledNanos) / NANOS_PER_SECOND;
        // At least one at once, or none would ever go.
        double burst = Math.max(1, factor * limit.burstMessages());
        messages = Math.min(burst, messages + seconds * messagesPerSecond());
        bytes = Math.min(bytesPerSecond(), bytes + seconds * bytesPerSecond());
        filledNanos = now;
    }

    private double messagesPerSecond() {
        return factor * limit.messagesPerSecond();
    }

    private double bytesPerSecond() {
        return factor * limit.bytesPerSecond();
    }
}

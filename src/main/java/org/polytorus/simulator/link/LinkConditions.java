package org.polytorus.simulator.link;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bandwidth;

/**
 * What is asked of one direction of a link. Loss is of whole messages, since a stream cannot lose bytes.
 *
 * @param latency added to every message, 0 to {@link #MAX_LATENCY}
 * @param jitter a message's latency varies uniformly by up to this much in both directions; at most the latency
 * @param loss the probability, 0 to 1, that a message is discarded
 * @param bandwidth the rate at which messages leave, or null for no limit
 * @param blackHole whether everything is swallowed silently
 */
public record LinkConditions(
        Duration latency,
        Duration jitter,
        double loss,
        @Nullable Bandwidth bandwidth,
        boolean blackHole) {
    public static final Duration MAX_LATENCY = Duration.ofSeconds(60);

    /** No fault at all. */
    public static final LinkConditions NONE = new LinkConditions(Duration.ZERO, Duration.ZERO, 0, null, false);

    public LinkConditions {
        if (latency.isNegative() || latency.compareTo(MAX_LATENCY) > 0) {
            throw new IllegalArgumentException("A latency is between 0 and 60 s; found " + latency);
        }
        if (jitter.isNegative() || jitter.compareTo(latency) > 0) {
            throw new IllegalArgumentException(
                    "A jitter is between 0 and the latency (" + latency + "); found " + jitter);
        }
        if (!(loss >= 0 && loss <= 1)) {
            throw new IllegalArgumentException("A loss is a probability between 0 and 1; found " + loss);
        }
    }

    /** Nothing but this latency. */
    public static LinkConditions ofLatency(Duration latency) {
        return NONE.withLatency(latency);
    }

    /** The same with another latency; the jitter is cut to it. */
    public LinkConditions withLatency(Duration changed) {
        Duration fitting = jitter.compareTo(changed) > 0 ? changed : jitter;
        return new LinkConditions(changed, fitting, loss, bandwidth, blackHole);
    }

    public LinkConditions withLoss(double changed) {
        return new LinkConditions(latency, jitter, changed, bandwidth, blackHole);
    }

    public LinkConditions withBlackHole(boolean changed) {
        return new LinkConditions(latency, jitter, loss, bandwidth, changed);
    }

    /** Whether nothing is asked. */
    public boolean isNone() {
        return equals(NONE);
    }
}

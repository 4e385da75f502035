package org.polytorus.simulator.link;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Bandwidth;

/**
 * What is asked of one direction of a link; any combination. Loss, duplication, reordering and corruption are of whole messages,
 * since a stream cannot lose bytes. Probabilities are 0 to 1.
 *
 * @param latency added to every message, 0 to {@link #MAX_LATENCY}
 * @param jitter how much the latency varies; its spread is at most the latency
 * @param loss the probability that a message is discarded
 * @param duplication the probability that a message arrives twice
 * @param reordering how often and for how long a message is held back while others pass
 * @param corruption the probability that one bit of a message is flipped
 * @param bandwidth the rate at which messages leave, or null for no limit
 * @param queueBytes how much may wait for the bandwidth, what comes then is discarded; 0 for no such limit: then the sender is
 *     held back
 * @param slicing the pieces in which messages arrive, or null for whole
 * @param closeDelay how much later than the last message the end of the connection arrives, 0 to {@link #MAX_LATENCY}
 * @param blackHole whether everything is swallowed silently
 */
public record LinkConditions(
        Duration latency,
        Jitter jitter,
        double loss,
        double duplication,
        Reordering reordering,
        double corruption,
        @Nullable Bandwidth bandwidth,
        int queueBytes,
        @Nullable Slicing slicing,
        Duration closeDelay,
        boolean blackHole) {
    public static final Duration MAX_LATENCY = Duration.ofSeconds(60);

    /** No fault at all. */
    public static final LinkConditions NONE = new LinkConditions(
            Duration.ZERO, Jitter.NONE, 0, 0, Reordering.NONE, 0, null, 0, null, Duration.ZERO, false);

    public LinkConditions {
        checkTime("latency", latency);
        checkTime("delay of the close", closeDelay);
        if (jitter.spread().isNegative() || jitter.spread().compareTo(latency) > 0) {
            throw new IllegalArgumentException(
                    "A jitter is between 0 and the latency (" + latency + "); found " + jitter.spread());
        }
        checkShare("loss", loss);
        checkShare("duplication", duplication);
        checkShare("corruption", corruption);
        if (queueBytes < 0) {
            throw new IllegalArgumentException("A queue holds 0 bytes (no limit) or more; found " + queueBytes);
        }
    }

    /** Nothing but this latency. */
    public static LinkConditions ofLatency(Duration latency) {
        return NONE.withLatency(latency);
    }

    /** The same with another latency; the jitter is cut to it. */
    public LinkConditions withLatency(Duration changed) {
        Duration fitting = jitter.spread().compareTo(changed) > 0 ? changed : jitter.spread();
        return but().latency(changed)
                .jitter(new Jitter(fitting, jitter.shape()))
                .build();
    }

    public LinkConditions withLoss(double changed) {
        return but().loss(changed).build();
    }

    public LinkConditions withBlackHole(boolean changed) {
        return but().blackHole(changed).build();
    }

    /** The way to conditions that differ from these. */
    public LinkConditionsBuilder but() {
        return new LinkConditionsBuilder(this);
    }

    /** Whether nothing is asked. */
    public boolean isNone() {
        return equals(NONE);
    }

    static void checkShare(String what, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A " + what + " is a probability between 0 and 1; found " + share);
        }
    }

    private static void checkTime(String what, Duration time) {
        if (time.isNegative() || time.compareTo(MAX_LATENCY) > 0) {
            throw new IllegalArgumentException("A " + what + " is between 0 and 60 s; found " + time);
        }
    }
}

package org.polytorus.simulator.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The fault "overtaken": now and then a message is held back, and those sent after it pass.
 *
 * @param probability 0 to 1, of a message to be held back
 * @param heldBack for how long, more than nothing and at most {@link LinkConditions#MAX_LATENCY}
 */
public record Reordering(double probability, Duration heldBack) {
    public static final Duration USUAL_HELD_BACK = Duration.ofMillis(50);

    /** Every message keeps its place. */
    public static final Reordering NONE = new Reordering(0, USUAL_HELD_BACK);

    public Reordering {
        LinkConditions.checkShare("reordering", probability);
        if (!heldBack.isPositive() || heldBack.compareTo(LinkConditions.MAX_LATENCY) > 0) {
            throw new IllegalArgumentException(
                    "A message is held back for more than nothing and at most 60 s; found " + heldBack);
        }
    }

    /** Held back for {@link #USUAL_HELD_BACK}. */
    public static Reordering of(double probability) {
        return new Reordering(probability, USUAL_HELD_BACK);
    }

    boolean strikes(RandomGenerator random) {
        return probability > 0 && random.nextDouble() < probability;
    }
}

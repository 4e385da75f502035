package org.polytorus.simulator.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How much the latency of messages varies.
 *
 * @param spread uniform: at most this much more or less; normal: the standard deviation
 * @param shape how the variation is distributed
 */
public record Jitter(Duration spread, Shape shape) {
    /** No variation. */
    public static final Jitter NONE = new Jitter(Duration.ZERO, Shape.UNIFORM);

    /** A normal variation is cut off after so many standard deviations. */
    private static final int MAX_DEVIATIONS = 4;

    /** How a variation is distributed. */
    public enum Shape {
        /** Every latency within the spread is as likely as any other. */
        UNIFORM,
        /** Latencies near the mean are the likeliest, those far off rare. */
        NORMAL
    }

    public static Jitter uniform(Duration spread) {
        return new Jitter(spread, Shape.UNIFORM);
    }

    public static Jitter normal(Duration deviation) {
        return new Jitter(deviation, Shape.NORMAL);
    }

    /** Whether there is none. */
    public boolean isNone() {
        return spread.isZero();
    }

    /** What is to be added to the mean; may be negative. */
    long drawNanos(RandomGenerator random) {
        long nanos = spread.toNanos();
        if (nanos == 0) {
            return 0;
        }
        return switch (shape) {
            case UNIFORM -> random.nextLong(-nanos, nanos + 1);
            case NORMAL ->
                Math.round(
                        nanos * Math.clamp(Gaussian.draw(random), -(double) MAX_DEVIATIONS, (double) MAX_DEVIATIONS));
        };
    }
}

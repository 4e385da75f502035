package org.polytorus.simulator.link;

import java.util.random.RandomGenerator;

/** The fault "late": each frame travels for the mean, give or take the jitter, and never for less than no time. */
record Latency(long meanNanos, Jitter jitter) {

    static Latency of(LinkConditions conditions) {
        return new Latency(conditions.latency().toNanos(), conditions.jitter());
    }

    long draw(RandomGenerator random) {
        return Math.max(0, meanNanos + jitter.drawNanos(random));
    }
}

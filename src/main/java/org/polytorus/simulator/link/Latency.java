package org.polytorus.simulator.link;

import java.util.random.RandomGenerator;

/** The fault "late": each frame travels for the mean, give or take a uniformly drawn jitter. */
record Latency(long meanNanos, long jitterNanos) {

    static Latency of(LinkConditions conditions) {
        return new Latency(conditions.latency().toNanos(), conditions.jitter().toNanos());
    }

    long draw(RandomGenerator random) {
        return jitterNanos == 0 ? meanNanos : meanNanos + random.nextLong(-jitterNanos, jitterNanos + 1);
    }
}

package org.polytorus.simulator.link;

import java.util.random.RandomGenerator;

/** The fault "late": each frame travels for the mean, give or take the jitter, and never for less than no time. */
final class Latency {
    private Latency() {}

    static long draw(LinkConditions asked, RandomGenerator random) {
        return Math.max(0, asked.latency().toNanos() + asked.jitter().drawNanos(random));
    }
}

package org.polytorus.simulator.link;

import java.util.random.RandomGenerator;

/** The fault "twice": a frame arrives a second time with this probability. */
final class Duplication {
    private Duplication() {}

    static boolean strikes(LinkConditions asked, RandomGenerator random) {
        return asked.duplication() > 0 && random.nextDouble() < asked.duplication();
    }
}

package org.polytorus.simulator.link;

import java.util.random.RandomGenerator;

/** The fault "lost": a frame vanishes with this probability. */
final class Loss {
    private Loss() {}

    static boolean strikes(LinkConditions asked, RandomGenerator random) {
        return asked.loss() > 0 && random.nextDouble() < asked.loss();
    }
}

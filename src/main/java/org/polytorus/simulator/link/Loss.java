package org.polytorus.simulator.link;

import java.util.random.RandomGenerator;

/** The fault "lost": a frame vanishes with this probability. */
record Loss(double probability) {

    boolean strikes(RandomGenerator random) {
        return probability > 0 && random.nextDouble() < probability;
    }
}

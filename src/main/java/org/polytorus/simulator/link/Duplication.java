package org.polytorus.simulator.link;

import java.util.random.RandomGenerator;

/** The fault "twice": a frame arrives a second time with this probability. */
record Duplication(double probability) {

    boolean strikes(RandomGenerator random) {
        return probability > 0 && random.nextDouble() < probability;
    }
}

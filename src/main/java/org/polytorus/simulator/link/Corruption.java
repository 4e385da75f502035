package org.polytorus.simulator.link;

import java.util.random.RandomGenerator;

/**
 * The fault "garbled": with this probability one bit of a frame's payload arrives flipped. The length prefix is spared, since
 * after a wrong one the whole stream would be lost, which is what a reset is for.
 */
final class Corruption {
    private static final int PREFIX_BYTES = 4;

    private Corruption() {}

    /** The bit of the frame to flip, counted from its first byte's lowest bit, or {@link Verdict.Deliver#INTACT}. */
    static int strike(LinkConditions asked, int frameBytes, RandomGenerator random) {
        double probability = asked.corruption();
        boolean strikes = probability > 0 && frameBytes > PREFIX_BYTES && random.nextDouble() < probability;
        return strikes ? random.nextInt(PREFIX_BYTES * Byte.SIZE, frameBytes * Byte.SIZE) : Verdict.Deliver.INTACT;
    }
}

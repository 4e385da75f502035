package org.polytorus.simulator.link;

import java.util.random.RandomGenerator;

/**
 * Numbers around 0 with a standard deviation of 1, by Marsaglia's polar method. {@link RandomGenerator#nextGaussian} compares
 * with {@link Math#exp}, whose last bit may differ from machine to machine; here the same draws give the same number on each.
 */
final class Gaussian {
    private Gaussian() {}

    static double draw(RandomGenerator random) {
        double x;
        double square;
        do {
            x = 2 * random.nextDouble() - 1;
            double y = 2 * random.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    }
}

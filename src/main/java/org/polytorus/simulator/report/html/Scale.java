package org.polytorus.simulator.report.html;

/** Round figures for the scales of drawings. */
final class Scale {
    private static final double[] ROUND = {1, 2, 5};
    private static final double TEN = 10;

    private Scale() {}

    /** A step of 1, 2 or 5 times a power of ten, of which at most so many fit below {@code max}; 1 where that is nothing. */
    static double step(double max, int most) {
        if (!(max > 0)) {
            return 1;
        }
        double least = max / most;
        double power = Math.pow(TEN, Math.floor(Math.log10(least)));
        for (double round : ROUND) {
            if (round * power >= least) {
                return round * power;
            }
        }
        return TEN * power;
    }

    /** How many of these steps there are up to {@code max}, which may be off by a rounding. */
    static int count(double max, double step) {
        return (int) Math.floor(max / step + 1e-9);
    }
}

package org.polytorus.simulator.protocol;

/**
 * How much of the rate limit a peer gets by its score. Steps, not a curve: a limit that changes every second explains nothing to
 * whoever looks at it. What a poor peer is sent beyond a quarter would mostly wait or be lost on its link.
 */
enum RateStep {
    QUARTER(0.25, "1/4"),
    HALF(0.5, "1/2"),
    AS_WISHED(1, "all"),
    MORE(1.5, "3/2"),
    DOUBLE(2, "twice");

    private static final int HALF_FROM = 25;
    private static final int WISHED_FROM = 50;
    private static final int MORE_FROM = 75;
    private static final int DOUBLE_FROM = 90;

    private final double factor;
    private final String text;

    RateStep(double factor, String text) {
        this.factor = factor;
        this.text = text;
    }

    static RateStep of(int points) {
        if (points < HALF_FROM) {
            return QUARTER;
        }
        if (points < WISHED_FROM) {
            return HALF;
        }
        if (points < MORE_FROM) {
            return AS_WISHED;
        }
        return points < DOUBLE_FROM ? MORE : DOUBLE;
    }

    double factor() {
        return factor;
    }

    /** How much of the setting that is, for people. */
    String text() {
        return text;
    }
}

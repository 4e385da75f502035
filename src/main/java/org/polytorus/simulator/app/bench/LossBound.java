package org.polytorus.simulator.app.bench;

/**
 * How many of some messages a link may lose by chance.
 *
 * @param least with a probability of 99.9 % it loses no fewer
 * @param most and no more
 */
record LossBound(long least, long most) {
    /** So many standard deviations around the mean hold 99.9 % of a normal distribution, which a binomial one nearly is here. */
    private static final double DEVIATIONS = 3.2905;

    static LossBound of(long messages, double loss) {
        double mean = messages * loss;
        double width = DEVIATIONS * Math.sqrt(mean * (1 - loss));
        return new LossBound((long) Math.ceil(mean - width), (long) Math.floor(mean + width));
    }

    boolean holds(long lost) {
        return lost >= least && lost <= most;
    }
}

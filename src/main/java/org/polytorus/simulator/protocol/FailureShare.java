package org.polytorus.simulator.protocol;

/**
 * Which share of attempts failed lately. It begins as if two had gone well, so that the first failure is no verdict; later an
 * eighth of each new outcome goes in. Where it may be long until the next attempt, failures are forgiven by half after each
 * half-life: whoever is asked last because it failed could not redeem itself otherwise.
 */
final class FailureShare {
    private static final int PRESUMED_GOOD = 2;
    private static final int SMOOTHING = 8;

    private final double halfLifeNanos;

    private double share;
    private long attempts;
    private long updatedNanos;

    /** {@code halfLifeNanos} may be {@link Timed#NEVER}. */
    FailureShare(long halfLifeNanos) {
        this.halfLifeNanos = halfLifeNanos;
    }

    void record(boolean failed, long now) {
        attempts++;
        double weight = 1.0 / Math.min(SMOOTHING, attempts + PRESUMED_GOOD);
        share = (1 - weight) * share(now) + (failed ? weight : 0);
        updatedNanos = now;
    }

    /** From 0, all well, to 1. */
    double share(long now) {
        return share == 0 ? 0 : share * StrictMath.pow(2, -(now - updatedNanos) / halfLifeNanos);
    }

    /** Whether time changes nothing about the share, since it is 0. */
    boolean isClean() {
        return share == 0;
    }

    /** How often it was tried, ever. */
    long attempts() {
        return attempts;
    }
}

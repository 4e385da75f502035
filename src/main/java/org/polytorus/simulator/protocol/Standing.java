package org.polytorus.simulator.protocol;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerScore;

/**
 * Where a peer stands with its node: the score, and a steadier form of it that follows only in steps, so that two peers of
 * almost the same quality do not change places every second.
 */
final class Standing {
    /** Under this a peer is poor. */
    static final int POOR = 30;

    /** What a peer of whom nothing is known is worth in comparisons. */
    static final int UNKNOWN_POINTS = 50;

    /** A smaller change of the score leaves the steady one as it is. */
    private static final int STEP = 10;

    private @Nullable PeerScore score;
    private int steady = UNKNOWN_POINTS;
    private long poorSinceNanos = Timed.NEVER;

    void update(@Nullable PeerScore latest, long now) {
        boolean wasKnown = score != null;
        score = latest;
        if (latest == null) {
            steady = UNKNOWN_POINTS;
            poorSinceNanos = Timed.NEVER;
            return;
        }
        if (!wasKnown || Math.abs(latest.points() - steady) >= STEP) {
            steady = latest.points();
        }
        poorSinceNanos = latest.points() < POOR ? Math.min(poorSinceNanos, now) : Timed.NEVER;
    }

    @Nullable
    PeerScore score() {
        return score;
    }

    boolean isKnown() {
        return score != null;
    }

    /** For comparisons, from 0 to 100. */
    int points() {
        return steady;
    }

    boolean isPoor() {
        return poorSinceNanos != Timed.NEVER;
    }

    /** How long the peer has been poor without a break; −1 if it is not. */
    long poorForNanos(long now) {
        return isPoor() ? now - poorSinceNanos : -1;
    }
}

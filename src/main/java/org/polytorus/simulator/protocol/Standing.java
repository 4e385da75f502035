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

    private PeerQuality.@Nullable Measured measured;
    /** Made of what was measured when somebody looks. */
    private @Nullable PeerScore score;

    private long scoreAsOf;
    private boolean isKnown;
    private int steady = UNKNOWN_POINTS;
    private long poorSinceNanos = Timed.NEVER;

    void update(PeerQuality.Measured latest, long now) {
        boolean wasKnown = isKnown;
        measured = latest;
        score = null;
        isKnown = Scorer.isKnown(latest);
        if (!isKnown) {
            steady = UNKNOWN_POINTS;
            poorSinceNanos = Timed.NEVER;
            return;
        }
        int points = Scorer.points(latest);
        if (!wasKnown || Math.abs(points - steady) >= STEP) {
            steady = points;
        }
        poorSinceNanos = points < POOR ? Math.min(poorSinceNanos, now) : Timed.NEVER;
    }

    /** The score as of the last review, which may have found the same as the update before; null if too little is known. */
    @Nullable
    PeerScore score(PeerQuality quality, long reviewedNanos) {
        if (measured != null && (score == null || scoreAsOf != reviewedNanos)) {
            score = Scorer.score(measured.withUseful(quality.usefulBytesPerSecondAsOf(reviewedNanos)));
            scoreAsOf = reviewedNanos;
        }
        return score;
    }

    boolean isKnown() {
        return isKnown;
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

package org.polytorus.simulator.protocol;

import static org.polytorus.simulator.protocol.Timed.NEVER;

/**
 * Whether one peer hands over what it announces. A lossy link makes an honest peer break promises, a black hole makes it
 * break all: so a request counts only if the peer has handed over nothing at all since it was asked, so many must be
 * unanswered in a row, and a pong must have come back meanwhile, which shows that the link carried messages there and back.
 * Each pong proves that once.
 */
final class Promises {
    /** So many requests in a row without an answer. */
    static final int BROKEN_ROW = 64;

    private int brokenInRow;
    private long rowSinceNanos = NEVER;
    private long keptNanos;
    private long usedPongNanos;

    /** The peer handed something over, late or in time. */
    void kept(long now) {
        keptNanos = now;
        beginRow();
    }

    /**
     * A request of {@code askedNanos} was not answered in time.
     *
     * @param lastPongNanos when the peer last answered a ping
     * @return whether that ends a row that is too long to be an accident; the next one then begins anew
     */
    boolean broken(long askedNanos, long lastPongNanos) {
        if (askedNanos <= keptNanos) {
            return false;
        }
        brokenInRow++;
        rowSinceNanos = Math.min(rowSinceNanos, askedNanos);
        boolean linkWorks = lastPongNanos > rowSinceNanos && lastPongNanos > usedPongNanos;
        boolean isNoAccident = brokenInRow >= BROKEN_ROW && linkWorks;
        if (isNoAccident) {
            usedPongNanos = lastPongNanos;
            beginRow();
        }
        return isNoAccident;
    }

    private void beginRow() {
        brokenInRow = 0;
        rowSinceNanos = NEVER;
    }
}

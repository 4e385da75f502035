package org.polytorus.simulator.protocol;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.RateLimit;

/** What was asked and told about addresses on one connection. */
final class AddressTalk {
    /** More than a search ever needs; what comes faster is not answered. */
    private static final RateLimit QUESTIONS = new RateLimit(20, 40, 1024 * 1024);

    /** Questions of the other side that may still be answered. */
    final RateLimiter questions;

    /** Where the other side says that it listens; of use where it has dialled. */
    @Nullable
    Endpoint listensAt;

    /** Whether this node has asked for a list that has not come yet. */
    boolean awaitsList;

    long askedNanos = Long.MIN_VALUE;
    long answeredNanos = Long.MIN_VALUE;

    AddressTalk(long nowNanos) {
        questions = new RateLimiter(QUESTIONS, nowNanos);
    }
}

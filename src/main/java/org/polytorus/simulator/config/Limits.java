package org.polytorus.simulator.config;

import java.time.Duration;

/** Between what a node's settings may lie, in files of either kind. */
final class Limits {
    static final int MIN_PEERS = 1;
    static final int MAX_PEERS = 1_000;
    /** One zero costs 16 hashes, six 17 million: more would keep every core of this machine busy. */
    static final int MIN_DIFFICULTY = 1;

    static final int MAX_DIFFICULTY = 6;
    /** Room for a handshake, the largest message that a node cannot do without. */
    static final int MIN_MESSAGE_BYTES = 1_024;

    /** PolyTorus refuses larger frames. */
    static final int MAX_MESSAGE_BYTES = 10 * 1024 * 1024;

    /** What one peer is sent in a second, or at once: a million is more than this machine could send. */
    static final int MAX_RATE_MESSAGES = 1_000_000;
    /** Less than 1 KiB/s would not let a transaction through in a second. */
    static final int MIN_RATE_BYTES = 1_024;

    static final int MAX_RATE_BYTES = 1024 * 1024 * 1024;

    static final Duration MIN_INTERVAL = Duration.ofMillis(10);
    static final Duration MAX_INTERVAL = Duration.ofHours(24);
    static final Duration MIN_TIMEOUT = Duration.ofSeconds(1);

    /** The slowest computers of 2012 took seconds. */
    static final Duration MAX_VERIFICATION = Duration.ofMinutes(10);

    private Limits() {}
}

package org.polytorus.simulator.http;

import java.util.concurrent.atomic.LongAdder;

/** What one interface has done since its testnet was opened. May be used from any thread. */
final class Tally {
    private final LongAdder answers = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();

    void answered(Answer answer) {
        answers.increment();
        if (answer.isError()) {
            errors.increment();
        }
    }

    void transactionSent() {
        sent.increment();
    }

    void transactionReceived() {
        received.increment();
    }

    /** The share of answers that were errors, 0 before the first. */
    double errorRate() {
        long all = answers.sum();
        return all == 0 ? 0 : (double) errors.sum() / all;
    }

    /** Transactions that were handed in to be sent. */
    long sent() {
        return sent.sum();
    }

    /** Transactions that were handed in as received from somebody. */
    long received() {
        return received.sum();
    }
}

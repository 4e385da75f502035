package org.polytorus.simulator.host;

/** A number that is counted up and down; whose threads may do so, the host knows that made it. */
public interface Tally {
    void add(long count);

    long sum();

    /** Counts on one thread. */
    static Tally plain() {
        return new Tally() {
            private long sum;

            @Override
            public void add(long count) {
                sum += count;
            }

            @Override
            public long sum() {
                return sum;
            }
        };
    }
}

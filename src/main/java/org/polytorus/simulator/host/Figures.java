package org.polytorus.simulator.host;

/** Numbers that are counted up and down; whose threads may do so, the host knows that made them. */
public interface Figures {
    void add(int index, long count);

    long get(int index);

    /** So many, all 0, for one thread. */
    static Figures plain(int size) {
        long[] figures = new long[size];
        return new Figures() {
            @Override
            public void add(int index, long count) {
                figures[index] += count;
            }

            @Override
            public long get(int index) {
                return figures[index];
            }
        };
    }
}

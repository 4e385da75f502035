package org.polytorus.simulator.link;

import java.util.PriorityQueue;

/** The frames that are held back, kept only to bound them: when each arrives. */
final class Stragglers {
    /** Where so many are held back already, the next one keeps its place in the order. */
    static final int MAX = 1_000;

    private final PriorityQueue<Long> arrivals = new PriorityQueue<>(1);

    boolean hasRoom(long nowNanos) {
        while (!arrivals.isEmpty() && arrivals.peek() - nowNanos <= 0) {
            arrivals.remove();
        }
        return arrivals.size() < MAX;
    }

    void add(long arrivesAtNanos) {
        arrivals.add(arrivesAtNanos);
    }

    void clear() {
        arrivals.clear();
    }
}

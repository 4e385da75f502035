package org.polytorus.simulator.protocol;

import java.util.Arrays;
import java.util.List;

/**
 * When the parts of a node are due. A node is asked after each input, mostly to no avail, and one process has thousands of
 * nodes: so the times lie side by side, and the earliest is looked for only after it was changed.
 */
final class Timetable {
    private static final int USUAL_PARTS = 20;

    private long[] due = new long[USUAL_PARTS];
    private int places;
    private long earliest = Timed.NEVER;
    private boolean earliestIsKnown = true;
    private Timed[] parts = {};
    /** Of the parts, so that only those are looked at that are due. */
    private int[] placesInOrder = {};

    /** A place for a part that is made; it is not due yet. */
    int newPlace() {
        if (places == due.length) {
            due = Arrays.copyOf(due, 2 * places);
        }
        due[places] = Timed.NEVER;
        return places++;
    }

    /** In which order parts run that are due together. */
    void order(List<Timed> inOrder) {
        parts = inOrder.toArray(Timed[]::new);
        placesInOrder = inOrder.stream().mapToInt(Timed::place).toArray();
    }

    long dueNanos(int place) {
        return due[place];
    }

    void set(int place, long atNanos) {
        if (atNanos <= earliest) {
            earliest = atNanos;
            earliestIsKnown = true;
        } else if (due[place] == earliest) {
            earliestIsKnown = false;
        }
        due[place] = atNanos;
    }

    /** When the first of them is due, or {@link Timed#NEVER}. */
    long earliestNanos() {
        if (!earliestIsKnown) {
            earliest = Timed.NEVER;
            for (int i = 0; i < places; i++) {
                earliest = Math.min(earliest, due[i]);
            }
            earliestIsKnown = true;
        }
        return earliest;
    }

    /** Runs each part that is due by then, or becomes so by what those before it did. */
    void runUntil(long nowNanos) {
        for (int i = 0; i < parts.length; i++) {
            if (due[placesInOrder[i]] <= nowNanos) {
                parts[i].run();
            }
        }
    }
}

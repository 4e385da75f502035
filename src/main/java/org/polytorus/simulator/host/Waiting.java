package org.polytorus.simulator.host;

/**
 * Something on the way on a lane. The pieces of a frame but the last, and marks that keep their place in the order, have 0
 * bytes and are not counted.
 *
 * @param number counted from frame to frame as they enter
 * @param turnNanos when it would have been due, had it not been held back
 * @param cut whether the rest of the frame follows: nothing else may come between
 */
record Waiting<T>(T frame, int bytes, long number, long enteredNanos, long turnNanos, long dueNanos, boolean cut) {
    Waiting<T> dueAt(long changedNanos) {
        return new Waiting<>(frame, bytes, number, enteredNanos, turnNanos, changedNanos, cut);
    }
}

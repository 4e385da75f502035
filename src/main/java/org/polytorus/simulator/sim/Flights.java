package org.polytorus.simulator.sim;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What has left a link and is about to arrive: all of it takes the same short time, so it stays in the order in which it came
 * and needs no heap. Bounded, since each connection bounds what is about to arrive on it.
 */
final class Flights {
    private static final int FIRST_ROOM = 1_024;

    private long[] times = new long[FIRST_ROOM];
    private long[] sequences = new long[FIRST_ROOM];
    private @Nullable WireEnd[] ends = new WireEnd[FIRST_ROOM];
    private @Nullable Object[] things = new Object[FIRST_ROOM];
    private int head;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    long firstNanos() {
        return times[head];
    }

    long firstSequence() {
        return sequences[head];
    }

    void add(long atNanos, long sequence, WireEnd end, Object thing) {
        if (size == times.length) {
            grow();
        }
        int tail = (head + size) & (times.length - 1);
        times[tail] = atNanos;
        sequences[tail] = sequence;
        ends[tail] = end;
        things[tail] = thing;
        size++;
    }

    /** Takes the first out and lets it arrive. */
    void landFirst() {
        WireEnd end = ends[head];
        Object thing = things[head];
        ends[head] = null;
        things[head] = null;
        head = (head + 1) & (times.length - 1);
        size--;
        if (end != null && thing != null) {
            end.arrive(thing);
        }
    }

    private void grow() {
        int room = times.length;
        long[] oldTimes = times;
        long[] oldSequences = sequences;
        @Nullable WireEnd[] oldEnds = ends;
        @Nullable Object[] oldThings = things;
        int before = room - head;
        times = Arrays.copyOfRange(oldTimes, head, head + 2 * room);
        sequences = Arrays.copyOfRange(oldSequences, head, head + 2 * room);
        ends = Arrays.copyOfRange(oldEnds, head, head + 2 * room);
        things = Arrays.copyOfRange(oldThings, head, head + 2 * room);
        System.arraycopy(oldTimes, 0, times, before, head);
        System.arraycopy(oldSequences, 0, sequences, before, head);
        System.arraycopy(oldEnds, 0, ends, before, head);
        System.arraycopy(oldThings, 0, things, before, head);
        head = 0;
    }
}

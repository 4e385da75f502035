package org.polytorus.simulator.sim;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Alarms in the order of (time, sequence). Times and sequences lie beside each other in plain arrays, since most of the work is
 * to compare them. An alarm that is set to a later time keeps its entry until that comes up, and one that is set to an
 * earlier time leaves the old entry behind: entries that are no longer good are dropped when they come up, or all at once when
 * they are more than the good ones. Holds a few alarms for each node and connection, whose numbers are bounded.
 */
final class AlarmHeap {
    private static final int FIRST_ROOM = 64;
    /** Children of an entry: four lie within a line or two of memory, and the heap is half as deep as with two. */
    private static final int CHILDREN = 4;

    private long[] times = new long[FIRST_ROOM];
    private long[] sequences = new long[FIRST_ROOM];
    private @Nullable Alarm[] alarms = new Alarm[FIRST_ROOM];
    private int size;
    /** Entries that are an alarm's own. */
    private int good;

    /** The alarm that rings next, or null if none is set. */
    @Nullable
    Alarm first() {
        while (size > 0) {
            Alarm top = alarms[0];
            if (top == null) {
                throw new IllegalStateException("an entry of the heap without an alarm");
            }
            if (top.entrySequence != sequences[0]) {
                removeTop();
            } else if (!top.isSet()) {
                forget(top);
                removeTop();
            } else if (top.sequence != sequences[0]) {
                note(top);
                siftDown(0, top.atNanos, top.sequence, top);
            } else {
                return top;
            }
        }
        return null;
    }

    /** Puts the alarm in, or moves it, after its time and sequence were changed. */
    void put(Alarm alarm) {
        if (alarm.hasEntry() && alarm.entryNanos <= alarm.atNanos) {
            return;
        }
        good += alarm.hasEntry() ? 0 : 1;
        note(alarm);
        if (size >= FIRST_ROOM && size > 2 * good) {
            dropTheRest();
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            sequences = Arrays.copyOf(sequences, 2 * size);
            alarms = Arrays.copyOf(alarms, 2 * size);
        }
        siftUp(size++, alarm.atNanos, alarm.sequence, alarm);
    }

    /** Takes an alarm out: it does not ring. */
    @SuppressWarnings("ReferenceEquality") // An alarm is itself alone.
    void remove(Alarm alarm) {
        alarm.unset();
        if (size > 0 && alarms[0] == alarm && alarm.entrySequence == sequences[0]) {
            forget(alarm);
            removeTop();
        }
    }

    private static void note(Alarm alarm) {
        alarm.entryNanos = alarm.atNanos;
        alarm.entrySequence = alarm.sequence;
    }

    private void forget(Alarm alarm) {
        alarm.hasNoEntry();
        good--;
    }

    private void removeTop() {
        size--;
        Alarm last = alarms[size];
        alarms[size] = null;
        if (size > 0 && last != null) {
            siftDown(0, times[size], sequences[size], last);
        }
    }

    private void siftUp(int from, long time, long sequence, Alarm alarm) {
        int slot = from;
        while (slot > 0) {
            int parent = (slot - 1) / CHILDREN;
            if (!isBefore(time, sequence, parent)) {
                break;
            }
            move(parent, slot);
            slot = parent;
        }
        place(slot, time, sequence, alarm);
    }

    private void siftDown(int from, long time, long sequence, Alarm alarm) {
        int slot = from;
        for (int child = leastChild(slot); child >= 0 && !isBefore(time, sequence, child); child = leastChild(slot)) {
            move(child, slot);
            slot = child;
        }
        place(slot, time, sequence, alarm);
    }

    /** The child that comes first, or −1 if there is none. */
    private int leastChild(int slot) {
        int first = CHILDREN * slot + 1;
        int end = Math.min(first + CHILDREN, size);
        int least = first < size ? first : -1;
        for (int child = first + 1; child < end; child++) {
            least = isBefore(times[child], sequences[child], least) ? child : least;
        }
        return least;
    }

    private boolean isBefore(long time, long sequence, int slot) {
        return time < times[slot] || (time == times[slot] && sequence < sequences[slot]);
    }

    private void move(int from, int to) {
        times[to] = times[from];
        sequences[to] = sequences[from];
        alarms[to] = alarms[from];
    }

    private void place(int slot, long time, long sequence, Alarm alarm) {
        times[slot] = time;
        sequences[slot] = sequence;
        alarms[slot] = alarm;
    }

    /** Keeps the good entries alone, in a new order of their own. */
    private void dropTheRest() {
        int all = size;
        size = 0;
        for (int i = 0; i < all; i++) {
            Alarm alarm = alarms[i];
            if (alarm != null && alarm.entrySequence == sequences[i]) {
                siftUp(size++, times[i], sequences[i], alarm);
            }
        }
        Arrays.fill(alarms, size, all, null);
    }
}

package org.polytorus.simulator.sim;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Alarms in the order of (time, sequence). Each knows its slot, so that it can be moved or taken out; none lies about that is
 * not to ring any more. Holds a few alarms for each node and connection, whose numbers are bounded.
 */
final class AlarmHeap {
    private static final int FIRST_ROOM = 64;

    private @Nullable Alarm[] heap = new Alarm[FIRST_ROOM];
    private int size;

    @Nullable
    Alarm first() {
        return heap[0];
    }

    /** Puts the alarm in, or moves it, after its time was changed. */
    void put(Alarm alarm) {
        if (alarm.isSet()) {
            siftDown(alarm, siftUp(alarm, alarm.slot));
        } else {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * size);
            }
            siftUp(alarm, size++);
        }
    }

    void remove(Alarm alarm) {
        int slot = alarm.slot;
        if (!alarm.isSet()) {
            return;
        }
        alarm.leave();
        Alarm last = heap[--size];
        heap[size] = null;
        if (last != null && slot != size) {
            siftDown(last, siftUp(last, slot));
        }
    }

    private int siftUp(Alarm alarm, int from) {
        int slot = from;
        while (slot > 0) {
            int parent = (slot - 1) >>> 1;
            Alarm above = heap[parent];
            if (above == null || !alarm.isBefore(above)) {
                break;
            }
            place(above, slot);
            slot = parent;
        }
        place(alarm, slot);
        return slot;
    }

    private void siftDown(Alarm alarm, int from) {
        int slot = from;
        for (Alarm child = lesserChild(slot); child != null && child.isBefore(alarm); child = lesserChild(slot)) {
            int below = child.slot;
            place(child, slot);
            slot = below;
        }
        place(alarm, slot);
    }

    private @Nullable Alarm lesserChild(int slot) {
        int left = 2 * slot + 1;
        if (left >= size) {
            return null;
        }
        Alarm one = heap[left];
        Alarm other = left + 1 < size ? heap[left + 1] : null;
        return one != null && other != null && other.isBefore(one) ? other : one;
    }

    private void place(Alarm alarm, int slot) {
        heap[slot] = alarm;
        alarm.slot = slot;
    }
}

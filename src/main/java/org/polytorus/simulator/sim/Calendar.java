package org.polytorus.simulator.sim;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to another node, in the order of (time, sequence). The time ahead is cut into slots shorter than anything
 * takes to arrive; what arrives within one lies in a list, and is put in order when the slot's turn comes. So it costs the
 * same however much is on its way. Bounded, since each connection bounds what is on its way on it.
 */
final class Calendar {
    /** A slot is 2^15 ns long, about 33 µs. */
    private static final int SLOT_BITS = 15;

    private static final int SLOTS = 1 << 14;
    private static final int NO_SLOT = -1;

    /** Further ahead nothing is planned here: about 537 ms. */
    static final long HORIZON_NANOS = (SLOTS - 2L) << SLOT_BITS;

    private static final int FIRST_ROOM = 256;
    private static final Comparator<Flight> IN_ORDER =
            Comparator.comparingLong((Flight flight) -> flight.atNanos).thenComparingLong(flight -> flight.sequence);

    /** Where things arrive. */
    @FunctionalInterface
    interface Destination {
        void arrive(Flight flight);
    }

    /** One thing on its way. */
    static final class Flight {
        final long atNanos;
        final long sequence;
        final Destination to;
        final Object thing;
        /** Whether it is still on the link for most of that time, rather than behind it. */
        final boolean isOnLink;

        private @Nullable Flight next;

        Flight(long atNanos, long sequence, Destination to, Object thing, boolean isOnLink) {
            this.atNanos = atNanos;
            this.sequence = sequence;
            this.to = to;
            this.thing = thing;
            this.isOnLink = isOnLink;
        }

        boolean isBefore(Flight other) {
            return atNanos < other.atNanos || (atNanos == other.atNanos && sequence < other.sequence);
        }
    }

    private final @Nullable Flight[] first = new Flight[SLOTS];
    private final @Nullable Flight[] last = new Flight[SLOTS];
    /** A bit for each slot in which something lies. */
    private final long[] occupied = new long[SLOTS / Long.SIZE];

    /** What comes next, in order: that of one slot, and what is earlier. */
    private @Nullable Flight[] run = new Flight[FIRST_ROOM];

    private int runHead;
    private int runEnd;
    /** The number of the last slot whose turn has come, counted from the beginning of time. */
    private long runSlot;

    Calendar(long startNanos) {
        runSlot = startNanos >>> SLOT_BITS;
    }

    /** Takes something in that arrives within {@link #HORIZON_NANOS} from now; whatever was due before now is out. */
    void add(Flight flight, long nowNanos) {
        if (runHead == runEnd) {
            // Slots that have passed are free for the time to come.
            runSlot = Math.max(runSlot, (nowNanos >>> SLOT_BITS) - 1);
        }
        long number = flight.atNanos >>> SLOT_BITS;
        if (number <= runSlot) {
            addToRun(flight);
            return;
        }
        int slot = (int) number & (SLOTS - 1);
        Flight before = last[slot];
        last[slot] = flight;
        if (before == null) {
            first[slot] = flight;
            occupied[slot / Long.SIZE] |= 1L << slot;
        } else {
            before.next = flight;
        }
    }

    /** What arrives first if it arrives by then, or null. */
    @Nullable
    Flight firstBy(long nanos) {
        while (runHead == runEnd) {
            int slot = nextSlot();
            if (slot == NO_SLOT || startNanos(slot) > nanos) {
                return null;
            }
            load(slot);
        }
        Flight next = run[runHead];
        return next == null || next.atNanos > nanos ? null : next;
    }

    /** Takes out what {@link #firstBy} gave. */
    void removeFirst() {
        run[runHead++] = null;
    }

    /** When the first of all arrives, or {@link Long#MAX_VALUE}. */
    long firstNanos() {
        Flight next = runHead < runEnd ? run[runHead] : null;
        if (next != null) {
            return next.atNanos;
        }
        long earliest = Long.MAX_VALUE;
        int slot = nextSlot();
        if (slot != NO_SLOT) {
            for (Flight flight = first[slot]; flight != null; flight = flight.next) {
                earliest = Math.min(earliest, flight.atNanos);
            }
        }
        return earliest;
    }

    /** The first slot after the latest in which something lies. */
    private int nextSlot() {
        int from = (int) (runSlot + 1) & (SLOTS - 1);
        int word = from / Long.SIZE;
        long bits = occupied[word] & (-1L << from);
        for (int i = 0; i <= occupied.length; i++) {
            if (bits != 0) {
                return word * Long.SIZE + Long.numberOfTrailingZeros(bits);
            }
            word = (word + 1) & (occupied.length - 1);
            bits = occupied[word];
        }
        return NO_SLOT;
    }

    private long number(int slot) {
        return runSlot + 1 + ((slot - runSlot - 1) & (SLOTS - 1));
    }

    private long startNanos(int slot) {
        return number(slot) << SLOT_BITS;
    }

    private void load(int slot) {
        runSlot = number(slot);
        runHead = 0;
        runEnd = 0;
        boolean isInOrder = true;
        Flight before = null;
        for (Flight flight = first[slot]; flight != null; ) {
            isInOrder &= before == null || before.isBefore(flight);
            before = flight;
            append(flight);
            Flight following = flight.next;
            flight.next = null;
            flight = following;
        }
        if (!isInOrder) {
            Arrays.sort(run, 0, runEnd, IN_ORDER);
        }
        first[slot] = null;
        last[slot] = null;
        occupied[slot / Long.SIZE] &= ~(1L << slot);
    }

    /** Rare: commands may come before a slot whose turn was thought to have come. */
    private void addToRun(Flight flight) {
        append(flight);
        int place = runEnd - 1;
        for (Flight before = at(place - 1); before != null && flight.isBefore(before); before = at(place - 1)) {
            run[place--] = before;
        }
        run[place] = flight;
    }

    private @Nullable Flight at(int place) {
        return place < runHead ? null : run[place];
    }

    private void append(Flight flight) {
        if (runEnd == run.length) {
            if (runHead > 0) {
                System.arraycopy(run, runHead, run, 0, runEnd - runHead);
                Arrays.fill(run, runEnd - runHead, runEnd, null);
                runEnd -= runHead;
                runHead = 0;
            } else {
                run = Arrays.copyOf(run, 2 * runEnd);
            }
        }
        run[runEnd++] = flight;
    }
}

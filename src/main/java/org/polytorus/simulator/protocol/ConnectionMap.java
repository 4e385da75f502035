package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to each connection of one node. Every message is looked up here, and one process has thousands of nodes: hosts
 * count connections upwards, so that nearly each lies in the slot of its number, without a table of keys beside it. Bounded by
 * the connections. For one thread.
 */
public final class ConnectionMap<T> {
    private static final int FIRST_SLOTS = 16;

    private final Function<T, ConnectionId> idOf;
    /** At least half empty, its length a power of two; a value lies in the first free slot from its own on. */
    private @Nullable Object[] slots = new Object[FIRST_SLOTS];

    private int size;

    /** @param idOf the connection to which a value belongs */
    public ConnectionMap(Function<T, ConnectionId> idOf) {
        this.idOf = idOf;
    }

    public int size() {
        return size;
    }

    public @Nullable T get(ConnectionId id) {
        int slot = home(id.value());
        T there = at(slot);
        while (there != null && !isOf(there, id)) {
            slot = next(slot);
            there = at(slot);
        }
        return there;
    }

    /** Puts in what belongs to a connection that has nothing yet. */
    public void put(T value) {
        if (2 * size >= slots.length) {
            List<T> all = values();
            slots = new Object[2 * slots.length];
            all.forEach(this::place);
        }
        place(value);
        size++;
    }

    public void remove(ConnectionId id) {
        T value = get(id);
        if (value != null) {
            // Rare enough: all are placed anew, since those behind the gap might not be found any more.
            List<T> others = values();
            others.remove(value);
            Arrays.fill(slots, null);
            others.forEach(this::place);
            size--;
        }
    }

    /** A copy, oldest connection first. */
    public List<T> values() {
        List<T> all = new ArrayList<>(size);
        for (int slot = 0; slot < slots.length; slot++) {
            T there = at(slot);
            if (there != null) {
                all.add(there);
            }
        }
        all.sort(Comparator.comparingLong(this::number));
        return all;
    }

    private void place(T value) {
        int slot = home(number(value));
        while (slots[slot] != null) {
            slot = next(slot);
        }
        slots[slot] = value;
    }

    @SuppressWarnings("ReferenceEquality") // Mostly it is the same object, which need not be looked into.
    private boolean isOf(T value, ConnectionId id) {
        ConnectionId known = idOf.apply(value);
        return known == id || known.value() == id.value();
    }

    private long number(T value) {
        return idOf.apply(value).value();
    }

    private int home(long number) {
        return (int) number & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    @SuppressWarnings("unchecked") // Only values are written.
    private @Nullable T at(int slot) {
        return (T) slots[slot];
    }
}

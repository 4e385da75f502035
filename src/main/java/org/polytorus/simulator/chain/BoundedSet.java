package org.polytorus.simulator.chain;

import java.util.ArrayDeque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last so many different things; the oldest is forgotten first. A testnet has thousands of these sets, hence the
 * open table: it takes a third of what a LinkedHashSet does.
 */
public final class BoundedSet<T> {
    private static final int FIRST_SLOTS = 8;

    /** Where nothing lies. Never written to. */
    private static final @Nullable Object[] NO_SLOTS = new Object[1];

    private final int capacity;
    private final ArrayDeque<T> oldestFirst = new ArrayDeque<>(0);
    /** At least half empty, its length a power of two; a thing lies in the first free slot from its own on. */
    private @Nullable Object[] slots = NO_SLOTS;

    public BoundedSet(int capacity) {
        this.capacity = capacity;
    }

    /** True if the thing was not remembered before. */
    public boolean add(T item) {
        if (slots.length < FIRST_SLOTS) {
            slots = new Object[FIRST_SLOTS];
        }
        int slot = find(item);
        if (slots[slot] != null) {
            return false;
        }
        slots[slot] = item;
        oldestFirst.addLast(item);
        if (oldestFirst.size() > capacity) {
            remove(find(oldestFirst.removeFirst()));
        } else if (2 * oldestFirst.size() > slots.length) {
            grow();
        }
        return true;
    }

    public int size() {
        return oldestFirst.size();
    }

    public boolean contains(T item) {
        return slots[find(item)] != null;
    }

    /** Forgets some things. Takes time in the order of everything remembered. */
    public void removeAll(Set<? extends T> items) {
        oldestFirst.removeAll(items);
        for (T item : items) {
            int slot = find(item);
            if (slots[slot] != null) {
                remove(slot);
            }
        }
    }

    /** Where the thing lies, or else the slot where it would. */
    @SuppressWarnings("ReferenceEquality") // The same one is mostly the same object, which need not be looked into.
    private int find(Object item) {
        int slot = home(item);
        Object there = slots[slot];
        while (there != null && there != item && !there.equals(item)) {
            slot = next(slot);
            there = slots[slot];
        }
        return slot;
    }

    /** Empties a slot, and moves up what would not be found behind the gap. */
    private void remove(int emptied) {
        int gap = emptied;
        slots[gap] = null;
        int slot = next(gap);
        for (Object there = slots[slot]; there != null; there = slots[slot]) {
            int wayToGap = (gap - home(there)) & (slots.length - 1);
            int wayToSlot = (slot - home(there)) & (slots.length - 1);
            if (wayToGap < wayToSlot) {
                slots[gap] = there;
                slots[slot] = null;
                gap = slot;
            }
            slot = next(slot);
        }
    }

    private void grow() {
        slots = new Object[2 * slots.length];
        for (T item : oldestFirst) {
            slots[find(item)] = item;
        }
    }

    private int home(Object item) {
        int hash = item.hashCode();
        return (hash ^ (hash >>> 16)) & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }
}

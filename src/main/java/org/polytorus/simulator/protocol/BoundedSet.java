package org.polytorus.simulator.protocol;

import java.util.LinkedHashSet;

/** Remembers the last so many different things; the oldest is forgotten first. */
final class BoundedSet<T> {
    private final int capacity;
    private final LinkedHashSet<T> items = new LinkedHashSet<>(1);

    BoundedSet(int capacity) {
        this.capacity = capacity;
    }

    /** True if the thing was not remembered before. */
    boolean add(T item) {
        boolean isNew = items.add(item);
        if (items.size() > capacity) {
            items.removeFirst();
        }
        return isNew;
    }

    boolean contains(T item) {
        return items.contains(item);
    }
}

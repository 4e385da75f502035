package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerId;

/**
 * Contacts at about the same distance. Whoever has been there longest and still answers stays: nodes that have lived long
 * live on longest. Newcomers wait as spares until a contact no longer answers.
 */
final class Bucket {
    /** Kademlia's k. */
    static final int SIZE = 16;

    /** Newcomers that wait; the one that has waited longest gives way. */
    static final int MAX_SPARES = 16;

    /** Without a spare, a contact may stay silent once: the fault may be the link's. */
    private static final int MOST_FAILURES = 2;

    /** Least recently seen first. */
    private final List<Entry> entries = new ArrayList<>();

    private final List<Contact> spares = new ArrayList<>();
    private long lookedUpNanos;

    private record Entry(Contact contact, int failures) {}

    /** Takes note of a node that has just been heard from; if there is no room, answers who should be checked first. */
    @Nullable
    Contact saw(Contact seen) {
        spares.removeIf(spare -> spare.peer().equals(seen.peer()));
        boolean known = entries.removeIf(entry -> entry.contact().peer().equals(seen.peer()));
        if (known || entries.size() < SIZE) {
            entries.addLast(new Entry(seen, 0));
            return null;
        }
        spares.addLast(seen);
        if (spares.size() > MAX_SPARES) {
            spares.removeFirst();
        }
        return entries.getFirst().contact();
    }

    /** A node was asked and did not answer. */
    void failed(PeerId peer) {
        spares.removeIf(spare -> spare.peer().equals(peer));
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (!entry.contact().peer().equals(peer)) {
                continue;
            }
            if (!spares.isEmpty()) {
                entries.remove(i);
                entries.addLast(new Entry(spares.removeLast(), 0));
            } else if (entry.failures() + 1 >= MOST_FAILURES) {
                entries.remove(i);
            } else {
                entries.set(i, new Entry(entry.contact(), entry.failures() + 1));
            }
            return;
        }
    }

    List<Contact> contacts() {
        return entries.stream().map(Entry::contact).toList();
    }

    void gauge(Gauge gauge) {
        gauge.holds("contacts in a bucket", entries.size(), SIZE);
        gauge.holds("spare contacts of a bucket", spares.size(), MAX_SPARES);
    }

    int size() {
        return entries.size();
    }

    /** When somebody was last looked for in here. */
    long lookedUpNanos() {
        return lookedUpNanos;
    }

    void lookedUp(long nowNanos) {
        lookedUpNanos = nowNanos;
    }
}

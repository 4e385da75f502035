package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.PeerInfo;

/** Contacts for tests, and the plain way to find the nearest of them. */
final class Contacts {
    private Contacts() {}

    static Contact of(PeerId id, int port) {
        return Contact.of(new PeerInfo(id, Endpoint.loopback(port), 0, 0, NodeType.OURS));
    }

    static List<Contact> random(int count, RandomGenerator random) {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            contacts.add(of(new PeerId(random.nextLong(), random.nextLong()), i));
        }
        return contacts;
    }

    /** By sorting them all. */
    static List<Contact> nearest(List<Contact> all, Hash target, int count) {
        return all.stream()
                .sorted(Comparator.comparing(contact -> KeySpace.distance(contact.key(), target)))
                .limit(count)
                .toList();
    }
}

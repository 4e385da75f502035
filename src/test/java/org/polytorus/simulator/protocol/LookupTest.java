package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;

/** The search for the nodes nearest to a key, in a network of a thousand that each know a few others. */
final class LookupTest {
    private static final int NODES = 1_000;

    private final Random random = new Random(17);
    private final List<Contact> all = Contacts.random(NODES, random);
    private final Map<PeerId, RoutingTable> tables = new TreeMap<>();
    private final Set<PeerId> silent = new LinkedHashSet<>();
    private int mostAtOnce;

    @Test
    void itFindsTheSixteenNearestOfAThousandAsASortOfThemAllDoes() {
        fillTables();
        for (int i = 0; i < 40; i++) {
            Contact searcher = all.get(random.nextInt(NODES));
            Hash target = KeySpace.random(random);
            Lookup lookup = search(searcher, target);
            assertThat(lookup.closest()).isEqualTo(nearestOfOthers(searcher, target));
            assertThat(lookup.hops()).isBetween(1, 8);
        }
        assertThat(mostAtOnce).isEqualTo(Lookup.PARALLELISM);
    }

    @Test
    void itPassesOverNodesThatDoNotAnswer() {
        fillTables();
        all.stream().limit(NODES / 5).forEach(contact -> silent.add(contact.peer()));
        for (int i = 0; i < 40; i++) {
            Contact searcher = all.get(NODES / 5 + random.nextInt(NODES / 2));
            Hash target = KeySpace.random(random);
            List<Contact> found = search(searcher, target).closest();
            assertThat(found).noneMatch(contact -> silent.contains(contact.peer()));
            assertThat(found).startsWith(nearestOfOthers(searcher, target).getFirst());
        }
    }

    @Test
    void nodesThatMakeUpEverNearerOnesDoNotKeepItGoing() {
        Hash target = KeySpace.random(random);
        Lookup lookup = new Lookup(target, KeySpace.keyOf(new PeerId(0, 0)));
        lookup.known(all.getFirst());
        int asked = 0;
        for (Contact next = lookup.next(); next != null; next = lookup.next()) {
            asked++;
            List<Contact> liars = new ArrayList<>();
            for (Contact made : Contacts.random(64, random)) {
                liars.add(new Contact(KeySpace.randomSharing(target, Math.min(255, 4 * asked), random), made.info()));
            }
            lookup.answered(next, liars);
        }
        assertThat(asked).isEqualTo(Lookup.MAX_ASKED);
        assertThat(lookup.isDone()).isTrue();
    }

    @Test
    void thoseThatAreSilentMakeRoomForTheNextOnesBehind() {
        Hash target = KeySpace.random(random);
        Lookup lookup = new Lookup(target, KeySpace.keyOf(new PeerId(0, 0)));
        List<Contact> nearest = Contacts.nearest(all, target, Bucket.SIZE + 1);
        nearest.forEach(lookup::known);
        for (Contact contact : nearest.subList(0, Bucket.SIZE)) {
            assertThat(lookup.next()).isEqualTo(contact);
            lookup.failed(contact.peer());
        }
        assertThat(lookup.next()).isEqualTo(nearest.getLast());
    }

    @Test
    void ofAnAnswerSixteenCountWhateverMoreItHolds() {
        Hash target = KeySpace.random(random);
        Lookup lookup = new Lookup(target, KeySpace.keyOf(new PeerId(0, 0)));
        List<Contact> nearest = Contacts.nearest(all, target, Bucket.SIZE + 1);
        lookup.answered(Contacts.of(new PeerId(9, 9), 1), nearest.reversed());
        assertThat(lookup.next()).isEqualTo(nearest.get(1));
    }

    @Test
    void itCountsTheNodesThatItTookToHearOfTheNearest() {
        Hash target = KeySpace.random(random);
        Lookup lookup = new Lookup(target, KeySpace.keyOf(new PeerId(0, 0)));
        List<Contact> nearest = Contacts.nearest(all, target, 3);
        lookup.answered(nearest.get(2), List.of(nearest.get(1)));
        lookup.answered(nearest.get(1), List.of(nearest.get(0)));
        assertThat(lookup.hops()).isEqualTo(2);
        lookup.answered(nearest.get(0), List.of());
        assertThat(lookup.hops()).isEqualTo(3);
    }

    @Test
    void withoutAnybodyToAskItIsDoneAtOnce() {
        Lookup lookup = new Lookup(KeySpace.random(random), all.getFirst().key());
        lookup.known(all.getFirst());
        assertThat(lookup.next()).isNull();
        assertThat(lookup.isDone()).isTrue();
        assertThat(lookup.closest()).isEmpty();
        assertThat(lookup.hops()).isZero();
    }

    /** Asks as many at once as the lookup wants, and answers them in an order drawn at random. */
    private Lookup search(Contact searcher, Hash target) {
        Lookup lookup = new Lookup(target, searcher.key());
        table(searcher.peer()).closest(target, Bucket.SIZE, null).forEach(lookup::known);
        List<Contact> underWay = new ArrayList<>();
        while (!lookup.isDone()) {
            for (Contact next = lookup.next(); next != null; next = lookup.next()) {
                underWay.add(next);
            }
            mostAtOnce = Math.max(mostAtOnce, underWay.size());
            Collections.shuffle(underWay, random);
            Contact asked = underWay.removeLast();
            if (silent.contains(asked.peer())) {
                lookup.failed(asked.peer());
            } else {
                lookup.answered(asked, table(asked.peer()).closest(target, Bucket.SIZE, searcher.peer()));
            }
        }
        return lookup;
    }

    private RoutingTable table(PeerId peer) {
        return tables.computeIfAbsent(peer, RoutingTable::new);
    }

    private void fillTables() {
        for (Contact node : all) {
            List<Contact> others = new ArrayList<>(all);
            Collections.shuffle(others, random);
            others.forEach(table(node.peer())::saw);
        }
    }

    private List<Contact> nearestOfOthers(Contact searcher, Hash target) {
        List<Contact> others = new ArrayList<>(all);
        others.remove(searcher);
        others.removeIf(contact -> silent.contains(contact.peer()));
        return Contacts.nearest(others, target, Bucket.SIZE);
    }
}

package org.polytorus.simulator.protocol;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;

/** Whom a node remembers to ask, against a thousand random nodes. */
final class RoutingTableTest {
    private static final PeerId SELF = new PeerId(1, 1);

    private final SplittableRandom random = new SplittableRandom(11);
    private final RoutingTable table = new RoutingTable(SELF);
    private final List<Contact> all = Contacts.random(1_000, random);

    @Test
    void itFindsTheNearestOfThoseThatItHasAsASortOfThemAllDoes() {
        all.forEach(table::saw);
        List<Contact> kept = table.closest(table.self(), 10_000, null);
        for (int i = 0; i < 50; i++) {
            Hash target = KeySpace.random(random);
            assertThat(table.closest(target, 16, null)).isEqualTo(Contacts.nearest(kept, target, 16));
        }
    }

    @Test
    void itKnowsAllOfItsSurroundingsAndSixteenOfEveryOtherDistance() {
        all.forEach(table::saw);
        assertThat(table.closest(table.self(), 16, null)).isEqualTo(Contacts.nearest(all, table.self(), 16));
        for (int shared = 0; shared < 5; shared++) {
            assertThat(kept(shared)).hasSize(Bucket.SIZE);
        }
        assertThat(table.size()).isBetween(5 * Bucket.SIZE, 8 * Bucket.SIZE);
    }

    @Test
    void whoHasBeenThereLongestStaysWhileItAnswers() {
        List<Contact> far = far();
        far.subList(0, Bucket.SIZE)
                .forEach(contact -> assertThat(table.saw(contact)).isNull());
        assertThat(table.saw(far.get(Bucket.SIZE))).isEqualTo(far.getFirst());
        assertThat(table.saw(far.getFirst())).isNull();
        assertThat(kept(0)).hasSameElementsAs(far.subList(0, Bucket.SIZE));
        assertThat(table.saw(far.get(Bucket.SIZE + 1))).isEqualTo(far.get(1));
    }

    @Test
    void theNewestThatWaitsTakesThePlaceOfOneThatIsSilent() {
        List<Contact> far = far();
        far.subList(0, Bucket.SIZE + 2).forEach(table::saw);
        table.failed(far.getFirst().peer());
        assertThat(kept(0))
                .hasSize(Bucket.SIZE)
                .contains(far.get(Bucket.SIZE + 1))
                .doesNotContain(far.getFirst());
    }

    @Test
    void whereNobodyWaitsOneSilenceIsForgivenAndASecondIsNot() {
        Contact only = all.getFirst();
        table.saw(only);
        table.failed(only.peer());
        assertThat(table.size()).isEqualTo(1);
        table.failed(only.peer());
        assertThat(table.size()).isZero();
        assertThat(table.filledBuckets()).isZero();
    }

    @Test
    void whoAsksIsNotToldOfItself() {
        Contact asker = all.getFirst();
        all.forEach(table::saw);
        assertThat(table.closest(asker.key(), 16, null)).contains(asker);
        assertThat(table.closest(asker.key(), 16, asker.peer())).hasSize(16).doesNotContain(asker);
    }

    @Test
    void oneThatWaitsAndIsSilentTakesNobodysPlace() {
        List<Contact> far = far();
        far.subList(0, Bucket.SIZE + 2).forEach(table::saw);
        table.failed(far.get(Bucket.SIZE + 1).peer());
        table.failed(far.getFirst().peer());
        assertThat(kept(0)).contains(far.get(Bucket.SIZE)).doesNotContain(far.get(Bucket.SIZE + 1));
    }

    @Test
    void whenMoreWaitThanThereIsRoomForTheOneThatHasWaitedLongestGoes() {
        List<Contact> far = far();
        far.subList(0, Bucket.SIZE + Bucket.MAX_SPARES + 1).forEach(table::saw);
        far.subList(0, Bucket.SIZE).forEach(contact -> table.failed(contact.peer()));
        table.failed(far.getLast().peer());
        table.failed(far.get(Bucket.SIZE + 1).peer());
        assertThat(kept(0)).hasSameElementsAs(far.subList(Bucket.SIZE + 1, 2 * Bucket.SIZE + 1));
    }

    @Test
    void theNodeItselfIsNoContact() {
        assertThat(table.saw(Contacts.of(SELF, 1))).isNull();
        assertThat(table.size()).isZero();
    }

    @Test
    void aBucketInWhichNobodyWasLookedForLatelyIsStale() {
        Contact only = all.getFirst();
        table.saw(only);
        Hash stale = requireNonNull(table.stale(100, random));
        assertThat(KeySpace.sharedBits(stale, table.self())).isEqualTo(KeySpace.sharedBits(only.key(), table.self()));
        table.lookedUp(stale, 100);
        assertThat(table.stale(100, random)).isNull();
    }

    private List<Contact> far() {
        return new ArrayList<>(all.stream()
                .filter(contact -> KeySpace.sharedBits(contact.key(), table.self()) == 0)
                .toList());
    }

    private List<Contact> kept(int shared) {
        return table.closest(table.self(), 10_000, null).stream()
                .filter(contact -> KeySpace.sharedBits(contact.key(), table.self()) == shared)
                .toList();
    }
}

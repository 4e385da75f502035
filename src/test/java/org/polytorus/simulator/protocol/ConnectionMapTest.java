package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ConnectionMapTest {
    private record Named(ConnectionId id, String name) {}

    private final ConnectionMap<Named> map = new ConnectionMap<>(Named::id);

    private void put(long number) {
        map.put(new Named(new ConnectionId(number), "connection " + number));
    }

    @Test
    void aConnectionThatIsNotThereHasNothing() {
        put(1);
        assertThat(map.get(new ConnectionId(17))).isNull();
        map.remove(new ConnectionId(17));
        assertThat(map.size()).isEqualTo(1);
    }

    @Test
    void numbersThatFallIntoOneSlotAreAllFoundAndGivenOldestFirst() {
        List.of(33L, 1L, 17L, 2L).forEach(this::put);
        map.remove(new ConnectionId(17));
        assertThat(map.values()).extracting(named -> named.id().value()).containsExactly(1L, 2L, 33L);
        assertThat(map.get(new ConnectionId(33))).isEqualTo(new Named(new ConnectionId(33), "connection 33"));
    }

    /** Against a sorted map. */
    @Test
    void whateverComesAndGoesIsFoundAsLongAsItIsThere() {
        SplittableRandom random = new SplittableRandom(5);
        TreeMap<Long, Named> expected = new TreeMap<>();
        for (int turn = 0; turn < 3_000; turn++) {
            long number = random.nextLong(200);
            ConnectionId id = new ConnectionId(number);
            assertThat(map.get(id)).isEqualTo(expected.get(number));
            if (expected.remove(number) != null) {
                map.remove(id);
            } else {
                put(number);
                expected.put(number, new Named(id, "connection " + number));
            }
            assertThat(map.size()).isEqualTo(expected.size());
        }
        assertThat(map.values()).containsExactlyElementsOf(expected.values());
    }
}

package org.polytorus.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoundedSetTest {
    /** A thing whose place in the table many others want, too. */
    private record Crowded(int number) {
        @Override
        public int hashCode() {
            return number % 3;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 100, 512})
    void itRemembersWhatASetWouldWhoseOldestIsTakenOut(int capacity) {
        BoundedSet<Object> set = new BoundedSet<>(capacity);
        Set<Object> model = new LinkedHashSet<>();
        SplittableRandom random = new SplittableRandom(capacity);
        for (int step = 0; step < 20_000; step++) {
            int number = random.nextInt(3 * capacity);
            Object item = number % 5 == 0 ? new Crowded(number) : Integer.valueOf(number * 0x9e37_79b9);
            assertThat(set.contains(item)).isEqualTo(model.contains(item));
            if (number % 11 == 0) {
                Set<Object> some = model.stream().skip(model.size() / 2).collect(Collectors.toSet());
                set.removeAll(some);
                model.removeAll(some);
            }
            assertThat(set.add(item)).isEqualTo(model.add(item));
            if (model.size() > capacity) {
                model.remove(model.iterator().next());
            }
        }
        assertThat(model).allMatch(set::contains);
    }

    @Test
    void theOldestIsForgottenFirst() {
        BoundedSet<String> set = new BoundedSet<>(2);
        set.add("a");
        set.add("b");
        set.add("a");
        set.add("c");
        assertThat(set.contains("a")).isFalse();
        assertThat(set.contains("b")).isTrue();
    }
}

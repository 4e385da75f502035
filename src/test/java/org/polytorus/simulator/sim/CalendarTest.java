package org.polytorus.simulator.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polytorus.simulator.sim.Calendar.Flight;

class CalendarTest {
    private static final long START = TimeUnit.SECONDS.toNanos(1_750_000_000L);

    private static final long SLOT_NANOS = 1 << 15;

    private final Calendar calendar = new Calendar(START);

    private static Flight flight(long atNanos, long sequence) {
        return new Flight(atNanos, sequence, _ -> {}, "", false);
    }

    /** Against a list that is sorted anew each time; the clock goes on by itself too, so that slots are passed by. */
    @ParameterizedTest(name = "up to {0} ns ahead")
    @ValueSource(longs = {1_000, 100_000, 10_000_000, Calendar.HORIZON_NANOS})
    void whatIsOnItsWayArrivesInTheOrderOfTimeAndSequence(long aheadNanos) {
        SplittableRandom random = new SplittableRandom(aheadNanos);
        List<Flight> expected = new ArrayList<>();
        long now = START;
        for (long sequence = 0; sequence < 20_000; sequence++) {
            int turn = random.nextInt(10);
            if (turn < 5) {
                Flight added = flight(now + random.nextLong(aheadNanos), sequence);
                calendar.add(added, now);
                expected.add(added);
            } else if (turn == 5) {
                now = Math.min(now + random.nextLong(aheadNanos), calendar.firstNanos());
            } else if (turn < 8) {
                long limit = now + random.nextLong(aheadNanos);
                Flight first = expected.stream()
                        .min(Comparator.comparingLong((Flight flight) -> flight.atNanos)
                                .thenComparingLong(flight -> flight.sequence))
                        .orElse(null);
                assertThat(calendar.firstNanos()).isEqualTo(first == null ? Long.MAX_VALUE : first.atNanos);
                Flight due = first == null || first.atNanos > limit ? null : first;
                assertThat(calendar.firstBy(limit)).isSameAs(due);
            } else {
                Flight next = calendar.firstBy(Long.MAX_VALUE);
                if (next != null) {
                    assertThat(expected)
                            .allSatisfy(
                                    other -> assertThat(other.isBefore(next)).isFalse());
                    now = Math.max(now, next.atNanos);
                    calendar.removeFirst();
                    expected.remove(next);
                }
            }
        }
    }

    /** Wherever in the circle of slots the time stands. */
    @Test
    void whatArrivesAsLateAsItMayComesInItsTurn() {
        long now = START;
        for (int turn = 0; turn < 200; turn++) {
            Flight far = flight(now + Calendar.HORIZON_NANOS, 2L * turn);
            calendar.add(far, now);
            assertThat(calendar.firstNanos()).isEqualTo(far.atNanos);
            assertThat(calendar.firstBy(far.atNanos - 1)).isNull();
            Flight near = flight(now + SLOT_NANOS, 2L * turn + 1);
            calendar.add(near, now);
            assertThat(calendar.firstBy(Long.MAX_VALUE)).isSameAs(near);
            calendar.removeFirst();
            assertThat(calendar.firstBy(far.atNanos)).isSameAs(far);
            calendar.removeFirst();
            now = far.atNanos + SLOT_NANOS;
        }
    }

    @Test
    void whatArrivesWhereASlotBeginsIsThereAtThatTime() {
        long slotBegins = (START / SLOT_NANOS + 9) * SLOT_NANOS;
        Flight punctual = flight(slotBegins, 1);
        calendar.add(punctual, START);
        assertThat(calendar.firstBy(slotBegins - 1)).isNull();
        assertThat(calendar.firstBy(slotBegins)).isSameAs(punctual);
    }
}

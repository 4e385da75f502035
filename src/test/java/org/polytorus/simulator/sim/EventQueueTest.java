package org.polytorus.simulator.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    private record Planned(long atNanos, long turn) {}

    private final EventQueue queue = new EventQueue(0);
    private final List<Integer> rung = new ArrayList<>();

    private Alarm noting(int number) {
        return Alarm.of(() -> rung.add(number));
    }

    @Test
    void whatIsDueAtTheSameTimeHappensInTheOrderInWhichItWasAskedFor() {
        queue.set(noting(1), 20);
        queue.set(noting(2), 10);
        queue.set(noting(3), 20);
        queue.runUntil(30);
        assertThat(rung).containsExactly(2, 1, 3);
        assertThat(queue.now()).isEqualTo(30);
    }

    @Test
    void whatIsLaterThanTheEndWaits() {
        queue.set(noting(1), 31);
        queue.runUntil(30);
        assertThat(rung).isEmpty();
        assertThat(queue.nextNanos()).isEqualTo(31);
    }

    @Test
    void theClockNeverRunsBackwards() {
        queue.runUntil(100);
        queue.set(Alarm.of(() -> rung.add((int) queue.now())), 50);
        queue.runUntil(100);
        assertThat(rung).containsExactly(100);
        assertThat(queue.now()).isEqualTo(100);
    }

    /** Against a list that is sorted anew each time. */
    @Test
    void alarmsThatAreSetAnewAndTakenBackRingWhenTheyWereLastSet() {
        SplittableRandom random = new SplittableRandom(7);
        List<Alarm> alarms = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            alarms.add(noting(i));
        }
        Map<Integer, Planned> planned = new LinkedHashMap<>();
        for (long turn = 0; turn < 5_000; turn++) {
            int chosen = random.nextInt(alarms.size());
            if (random.nextInt(4) == 0) {
                queue.cancel(alarms.get(chosen));
                planned.remove(chosen);
            } else {
                long at = random.nextLong(100);
                queue.set(alarms.get(chosen), at);
                planned.put(chosen, new Planned(at, turn));
            }
        }
        List<Integer> expected = planned.entrySet().stream()
                .sorted(Comparator.comparing(
                        Map.Entry::getValue,
                        Comparator.comparingLong(Planned::atNanos).thenComparingLong(Planned::turn)))
                .map(Map.Entry::getKey)
                .toList();
        queue.runUntil(100);
        assertThat(rung).isEqualTo(expected).isNotEmpty();
    }
}

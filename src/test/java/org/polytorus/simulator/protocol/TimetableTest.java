package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TimetableTest {
    private final Timetable timetable = new Timetable();

    @Test
    void nothingIsDueBeforeSomebodySaysSo() {
        timetable.newPlace();
        assertThat(timetable.earliestNanos()).isEqualTo(Timed.NEVER);
    }

    /** Against the least of all, looked for anew each time. */
    @Test
    void theEarliestIsAlwaysTheLeastOfAllWhateverIsPutOffOrBroughtForward() {
        SplittableRandom random = new SplittableRandom(3);
        long[] expected = new long[30];
        Arrays.fill(expected, Timed.NEVER);
        for (int i = 0; i < expected.length; i++) {
            assertThat(timetable.newPlace()).isEqualTo(i);
        }
        for (int turn = 0; turn < 5_000; turn++) {
            int place = random.nextInt(expected.length);
            expected[place] = random.nextInt(5) == 0 ? Timed.NEVER : random.nextLong(50);
            timetable.set(place, expected[place]);
            if (random.nextBoolean()) {
                assertThat(timetable.earliestNanos())
                        .isEqualTo(Arrays.stream(expected).min().orElseThrow());
            }
        }
    }
}

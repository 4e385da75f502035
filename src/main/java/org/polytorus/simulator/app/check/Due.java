package org.polytorus.simulator.app.check;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says when the next checkpoint is due. */
final class Due {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private @Nullable Duration last;
    private int count;

    /** Whether it is now; if so, it is taken as made. */
    boolean isNow(Duration elapsed, boolean isStep) {
        Duration before = last;
        boolean isDue = isStep || before == null || elapsed.minus(before).compareTo(INTERVAL) >= 0;
        if (isDue) {
            last = elapsed;
            count++;
        }
        return isDue;
    }

    /** How many there were. */
    int count() {
        return count;
    }
}

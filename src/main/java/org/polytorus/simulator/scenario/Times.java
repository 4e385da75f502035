package org.polytorus.simulator.scenario;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them beside a run. */
public final class Times {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Duration FEW_MILLIS = Duration.ofMillis(10);

    private Times() {}

    /** Milliseconds below a second, the fewest with one decimal, then seconds with one decimal. */
    public static String text(Duration time) {
        if (time.compareTo(FEW_MILLIS) < 0) {
            return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / NANOS_PER_MILLI);
        }
        return time.compareTo(Duration.ofSeconds(1)) < 0
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", seconds(time));
    }

    /** Fractions of a second included. */
    public static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }
}

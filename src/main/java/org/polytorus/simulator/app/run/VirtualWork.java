package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.Locale;

/** How much was done in virtual time. */
public record VirtualWork(Duration virtual, Duration real, long events) {
    private static final double MILLIS_PER_SECOND = 1e3;

    /** As a person reads it. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%.1f s of virtual time in %.1f s, %,d events",
                virtual.toMillis() / MILLIS_PER_SECOND,
                real.toMillis() / MILLIS_PER_SECOND,
                events);
    }
}

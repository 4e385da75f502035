package org.polytorus.simulator.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A partition while it was in force, as far as was seen.
 *
 * @param text its groups
 * @param from since the start of the run
 * @param until when it was healed, or null if it never was
 */
public record Band(
        String name, String text, Duration from, @Nullable Duration until) {}

package org.polytorus.simulator.report.html;

import java.time.Duration;
import java.util.List;
import org.polytorus.simulator.report.RunStory;

/** Partitions behind the lines of a chart whose scale is in seconds. */
final class Shades {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MOST = 50;

    private Shades() {}

    static List<LineChart.Shade> of(RunStory story) {
        return story.bands().stream()
                .limit(MOST)
                .map(band -> {
                    Duration until = band.until();
                    return new LineChart.Shade(
                            seconds(band.from()), seconds(until == null ? story.ran() : until), band.text());
                })
                .toList();
    }

    static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }
}

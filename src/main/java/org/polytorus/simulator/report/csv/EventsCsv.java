package org.polytorus.simulator.report.csv;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.report.Done;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.scenario.Times;
import org.polytorus.simulator.testnet.TestnetEvent;

/** What was done and what came of it, each in the order of time: steps first, then events. */
final class EventsCsv {
    private EventsCsv() {}

    static void write(RunStory story, CsvWriter csv) throws IOException {
        csv.record("seconds", "kind", "node", "link", "text");
        for (Done step : story.steps()) {
            csv.record(Times.seconds(step.at()), "step", "", "", step.text());
        }
        for (TestnetEvent event : story.events()) {
            csv.record(
                    Times.seconds(story.since(event.epochNanos())),
                    event.kind().name().toLowerCase(Locale.ROOT),
                    text(event.node()),
                    text(event.link()),
                    event.text());
        }
    }

    private static String text(@Nullable Object subject) {
        return subject == null ? "" : subject.toString();
    }
}

package org.polytorus.simulator.report.html;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.polytorus.simulator.report.Band;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.testnet.TestnetEvent;

/** What was done and what came of it, partitions as bands. */
final class TimelineSection implements Section {
    /** Lines of the table; the rest is counted. */
    static final int MOST_LINES = 400;

    private record Entry(Duration at, String kind, String text) {}

    @Override
    public String title() {
        return "Timeline";
    }

    @Override
    public boolean appliesTo(RunStory story) {
        return !story.steps().isEmpty()
                || !story.events().isEmpty()
                || !story.bands().isEmpty();
    }

    @Override
    public void write(RunStory story, Markup page) {
        new TimelineDrawing(story).write(page);
        List<Entry> entries = entries(story);
        Table table = new Table(page, "Steps, partitions and what came of them", "#At", "What", "Text");
        entries.stream()
                .limit(MOST_LINES)
                .forEach(entry -> table.row(Numbers.seconds(entry.at().toNanos()), entry.kind(), entry.text()));
        table.end();
        long more = story.moreEvents() + Math.max(0, entries.size() - MOST_LINES);
        page.element(
                "p",
                Numbers.whole(more)
                        + " other events, mostly ordinary ones such as blocks and connections, are not listed."
                        + (story.lostEvents() > 0
                                ? " " + Numbers.whole(story.lostEvents())
                                        + " were overwritten before they could be read."
                                : ""),
                "class",
                "muted");
    }

    private static List<Entry> entries(RunStory story) {
        List<Entry> entries = new ArrayList<>();
        story.steps().forEach(step -> entries.add(new Entry(step.at(), "step", step.text())));
        for (Band band : story.bands()) {
            Duration until = band.until();
            entries.add(new Entry(
                    band.from(),
                    "partition",
                    "\"" + band.name() + "\" divides " + band.text()
                            + (until == null ? " until the end" : " until " + Numbers.seconds(until.toNanos()))));
        }
        for (TestnetEvent event : story.events()) {
            if (event.kind() != TestnetEvent.Kind.REORGANISATION) {
                String kind = event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                entries.add(new Entry(story.since(event.epochNanos()), kind, event.text()));
            }
        }
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }
}

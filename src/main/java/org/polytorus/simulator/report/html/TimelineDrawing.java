package org.polytorus.simulator.report.html;

import java.time.Duration;
import java.util.List;
import org.polytorus.simulator.report.Band;
import org.polytorus.simulator.report.Done;
import org.polytorus.simulator.report.RunStory;

/** Time from left to right: a band for each partition, a line for each step. */
final class TimelineDrawing {
    private static final int WIDTH = 1_000;
    private static final int ROW = 22;
    private static final int SIDE = 20;
    /** Rows of bands; what comes later is in the table alone. */
    private static final int MOST_BANDS = 12;
    /** Steps with their text; of more there are lines alone. */
    private static final int MOST_TEXTS = 12;

    private static final int LONGEST_TEXT = 48;
    private static final int SCALE_STEPS = 12;
    private static final double NANOS_PER_SECOND = 1e9;

    private final RunStory story;
    private final List<Band> bands;
    private final boolean hasTexts;
    private final int height;

    TimelineDrawing(RunStory story) {
        this.story = story;
        bands = story.bands().stream().limit(MOST_BANDS).toList();
        hasTexts = story.steps().size() <= MOST_TEXTS;
        height = (bands.size() + (hasTexts ? story.steps().size() : 1)) * ROW + 30;
    }

    void write(Markup page) {
        if (bands.isEmpty() && story.steps().isEmpty()) {
            return;
        }
        page.open("figure", "class", "wide")
                .open("svg", "class", "timeline", "viewBox", "0 0 " + WIDTH + " " + height, "role", "img");
        page.element("title", "Steps and partitions over time")
                .element("desc", "The table below says the same in words.");
        int row = 0;
        for (Band band : bands) {
            band(page, band, row++);
        }
        for (Done step : story.steps()) {
            step(page, step, hasTexts ? row++ : row);
        }
        scale(page);
        page.close().close().line();
    }

    private void band(Markup page, Band band, int row) {
        double from = x(band.from());
        Duration healed = band.until();
        double until = x(healed == null ? story.ran() : healed);
        double width = Math.max(2, until - from);
        page.leaf(
                "rect",
                "class",
                "shade",
                "x",
                Numbers.at(from),
                "y",
                row * ROW + 2,
                "width",
                Numbers.at(width),
                "height",
                height - 24 - row * ROW);
        label(page, from, until, row, band.text());
    }

    private void step(Markup page, Done step, int row) {
        double x = x(step.at());
        page.leaf(
                "line",
                "class",
                "step",
                "x1",
                Numbers.at(x),
                "x2",
                Numbers.at(x),
                "y1",
                row * ROW + 4,
                "y2",
                height - 22);
        if (hasTexts) {
            label(page, x, x, row, step.text());
        }
    }

    /** To the right where there is room, else to the left. */
    private static void label(Markup page, double from, double until, int row, String text) {
        String shown = NameList.shortened(text, LONGEST_TEXT);
        boolean isLate = from > WIDTH * 0.6;
        page.element(
                "text",
                shown,
                "class",
                isLate ? "said end" : "said",
                "x",
                Numbers.at(isLate ? until - 5 : from + 5),
                "y",
                row * ROW + 16);
    }

    private void scale(Markup page) {
        page.leaf("line", "class", "grid", "x1", SIDE, "x2", WIDTH - SIDE, "y1", height - 20, "y2", height - 20);
        double seconds = Shades.seconds(story.ran());
        double step = Scale.step(seconds, SCALE_STEPS);
        for (int i = 0; i <= Scale.count(seconds, step); i++) {
            Duration at = Duration.ofNanos((long) (i * step * NANOS_PER_SECOND));
            String text = Numbers.shortly(i * step) + " s";
            page.element("text", text, "class", "scale middle", "x", Numbers.at(x(at)), "y", height - 6);
        }
    }

    private double x(Duration at) {
        double share = (double) at.toNanos() / Math.max(1, story.ran().toNanos());
        return SIDE + (WIDTH - 2 * SIDE) * Math.clamp(share, 0, 1);
    }
}

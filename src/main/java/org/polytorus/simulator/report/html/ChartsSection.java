package org.polytorus.simulator.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.report.History;
import org.polytorus.simulator.report.Measure;
import org.polytorus.simulator.report.RunStory;

/** PolyTorus's eight counters over time, and what a testnet is like beside them. */
final class ChartsSection implements Section {
    /** Of so many nodes each has a line of its own; of more there is one of their sum. */
    static final int OWN_LINES = 6;

    private static final double NANOS_PER_SECOND = 1e9;
    /** A rate is taken over at least this time, and this share of the run, so that it does not jump with every message. */
    private static final long RATE_NANOS = 2_000_000_000L;

    private static final int RATE_SHARE = 25;

    @Override
    public String title() {
        return "Counters";
    }

    @Override
    public boolean appliesTo(RunStory story) {
        return story.history().size() > 1;
    }

    @Override
    public void write(RunStory story, Markup page) {
        History history = story.history();
        boolean ofNodes = history.isOfNodes() && history.nodes().size() <= OWN_LINES;
        page.element(
                "p",
                (ofNodes ? "A line for each node" : "The sum over all nodes")
                        + "; what only grows is shown per second. Pale bands are partitions. " + history.size()
                        + " samples were kept.",
                "class",
                "muted");
        page.open("div", "class", "charts");
        for (Measure measure : Measure.values()) {
            if (measure.isCounter()) {
                chart(story, measure, ofNodes).write(page);
            }
        }
        single(story, "Tips that are followed", history::tips).write(page);
        single(story, "Groups that links with traffic join", history::groups).write(page);
        page.close().line();
        totals(story, page);
    }

    private static LineChart chart(RunStory story, Measure measure, boolean ofNodes) {
        History history = story.history();
        List<LineChart.Line> lines = new ArrayList<>();
        if (ofNodes) {
            for (int node = 0; node < history.nodes().size(); node++) {
                int number = node;
                NodeName name = history.nodes().get(node);
                lines.add(line(history, name.value(), measure, sample -> history.of(number, measure, sample)));
            }
        } else {
            lines.add(line(history, "all nodes", measure, sample -> history.sum(measure, sample)));
        }
        String title = measure.text() + (measure.isLevel() ? "" : " per second");
        String total =
                "At the end it is " + Numbers.whole(history.sum(measure, history.size() - 1)) + " over all nodes.";
        return new LineChart(title, total, "s", Shades.seconds(story.ran()), false, lines, Shades.of(story));
    }

    private static LineChart single(RunStory story, String title, IntToLongFunction figure) {
        History history = story.history();
        double[] y = new double[history.size()];
        Arrays.setAll(y, sample -> figure.applyAsLong(sample));
        LineChart.Line line = new LineChart.Line(title, seconds(history), y);
        String last = "At the end it is " + figure.applyAsLong(history.size() - 1) + ".";
        return new LineChart(title, last, "s", Shades.seconds(story.ran()), false, List.of(line), Shades.of(story));
    }

    private static LineChart.Line line(History history, String name, Measure measure, IntToLongFunction figure) {
        double[] y = new double[history.size()];
        Arrays.setAll(y, sample -> measure.isLevel() ? figure.applyAsLong(sample) : rate(history, sample, figure));
        return new LineChart.Line(name, seconds(history), y);
    }

    private static double rate(History history, int sample, IntToLongFunction figure) {
        long span = Math.max(RATE_NANOS, history.nanos(history.size() - 1) / RATE_SHARE);
        int before = sample;
        while (before > 0 && history.nanos(sample) - history.nanos(before) < span) {
            before--;
        }
        long nanos = history.nanos(sample) - history.nanos(before);
        long grown = figure.applyAsLong(sample) - figure.applyAsLong(before);
        return nanos <= 0 ? 0 : Math.max(0, grown) * NANOS_PER_SECOND / nanos;
    }

    private static double[] seconds(History history) {
        double[] x = new double[history.size()];
        Arrays.setAll(x, sample -> history.nanos(sample) / NANOS_PER_SECOND);
        return x;
    }

    private static void totals(RunStory story, Markup page) {
        History history = story.history();
        Table table = new Table(page, "Sums over all nodes at the end", "Counter", "#Sum");
        for (Measure measure : Measure.values()) {
            if (measure.isCounter()) {
                table.row(measure.text(), Numbers.whole(history.sum(measure, history.size() - 1)));
            }
        }
        table.end();
    }
}

package org.polytorus.simulator.report.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.polytorus.simulator.report.History;
import org.polytorus.simulator.report.Measure;
import org.polytorus.simulator.report.RunStory;

/** The figures of the nodes over time; of a testnet with too many nodes for that, their sums with an empty name. */
final class StatsCsv {
    private static final double NANOS_PER_SECOND = 1e9;

    private StatsCsv() {}

    static void write(RunStory story, CsvWriter csv) throws IOException {
        List<Object> header = new ArrayList<>(List.of("seconds", "node"));
        for (Measure measure : Measure.values()) {
            header.add(measure.text());
        }
        csv.record(header.toArray());
        History history = story.history();
        for (int sample = 0; sample < history.size(); sample++) {
            int rows = history.isOfNodes() ? history.nodes().size() : 1;
            for (int node = 0; node < rows; node++) {
                csv.record(row(history, sample, node));
            }
        }
    }

    private static Object[] row(History history, int sample, int node) {
        List<Object> row = new ArrayList<>();
        row.add(history.nanos(sample) / NANOS_PER_SECOND);
        row.add(history.isOfNodes() ? history.nodes().get(node) : "");
        for (Measure measure : Measure.values()) {
            row.add(history.isOfNodes() ? history.of(node, measure, sample) : history.sum(measure, sample));
        }
        return row.toArray();
    }
}

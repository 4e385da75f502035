package org.polytorus.simulator.report.csv;

import java.io.IOException;
import java.util.Locale;
import org.polytorus.simulator.report.RunStory;

/** The files that a run becomes. The first line of each names its columns, with units. */
public enum CsvFile {
    /** A line for each node and sample. */
    STATS {
        @Override
        public void write(RunStory story, Appendable out) throws IOException {
            StatsCsv.write(story, new CsvWriter(out));
        }
    },
    /** Two lines for each link, one for each direction: what was asked and what came of it. */
    LINKS {
        @Override
        public void write(RunStory story, Appendable out) throws IOException {
            LinksCsv.write(story, new CsvWriter(out));
        }
    },
    /** A line for each node that a block or transaction of the latest reached. */
    DELIVERIES {
        @Override
        public void write(RunStory story, Appendable out) throws IOException {
            DeliveriesCsv.write(story, new CsvWriter(out));
        }
    },
    /** A line for each event that changed something or was unusual, and each step of a scenario. */
    EVENTS {
        @Override
        public void write(RunStory story, Appendable out) throws IOException {
            EventsCsv.write(story, new CsvWriter(out));
        }
    };

    /** What it is called in its folder. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".csv";
    }

    /** Writes the whole file. */
    public abstract void write(RunStory story, Appendable out) throws IOException;
}

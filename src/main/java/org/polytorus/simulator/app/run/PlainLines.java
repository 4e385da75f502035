package org.polytorus.simulator.app.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.testnet.TestnetEvent;

/** One line now and then, for logs, pipes and terminals that only know text. */
public final class PlainLines implements Progress {
    private static final Duration STATUS_INTERVAL = Duration.ofSeconds(5);
    /** A large testnet that starts must not push everything else out of sight. */
    private static final int MAX_EVENTS_AT_ONCE = 20;

    private final PrintWriter out;
    private @Nullable Duration lastStatus;

    public PlainLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(Moment moment) {
        String time = Phrases.clock(moment.elapsed());
        List<TestnetEvent> important =
                moment.news().stream().filter(Phrases::isImportant).toList();
        important.stream().limit(MAX_EVENTS_AT_ONCE).forEach(event -> out.println(time + "  " + Phrases.event(event)));
        if (important.size() > MAX_EVENTS_AT_ONCE) {
            out.println(time + "  and " + (important.size() - MAX_EVENTS_AT_ONCE) + " more events");
        }
        Duration last = lastStatus;
        if (last == null || moment.elapsed().minus(last).compareTo(STATUS_INTERVAL) >= 0) {
            out.println(time + "  " + Phrases.status(moment.snapshot(), moment.rates()));
            lastStatus = moment.elapsed();
        }
        out.flush();
    }

    @Override
    public void broken(Checked.Broken found) {
        out.println(Phrases.clock(found.at()) + "  " + CheckLines.line(found));
    }

    @Override
    public void end() {
        out.flush();
    }

    @Override
    public boolean isBroken() {
        return out.checkError();
    }
}

package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.List;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Shows a run while it goes on. */
public sealed interface Progress permits LiveTable, PlainLines {

    /** Shows the present state; called about once a second. */
    void show(Moment moment);

    /** Something did not hold that always must. Where a table is shown, the summary tells it. */
    default void broken(Checked.Broken found) {}

    /** Leaves the terminal as it was found. */
    void end();

    /** Whether nobody reads any more (a closed pipe): the run may as well end. */
    boolean isBroken();

    /**
     * What there is to show.
     *
     * @param elapsed since the start of the run
     * @param news events since the last moment, oldest first
     */
    record Moment(TestnetSnapshot snapshot, Rates.Reading rates, Duration elapsed, List<TestnetEvent> news) {
        public Moment {
            news = List.copyOf(news);
        }
    }
}

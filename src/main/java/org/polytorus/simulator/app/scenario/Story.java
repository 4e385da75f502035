package org.polytorus.simulator.app.scenario;

import java.time.Duration;
import java.util.List;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.scenario.Moment;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.scenario.Verdict;
import org.polytorus.simulator.testnet.TestnetEvent;

/** Is told what happens in a scenario while it happens. */
public interface Story {

    void step(Duration elapsed, Step step);

    /** @param lost events before these that were overwritten before anybody read them */
    void events(Duration elapsed, List<TestnetEvent> events, long lost);

    void verdict(Verdict verdict);

    /** Something did not hold that always must. */
    default void broken(Checked.Broken found) {}

    /** Somebody looked at the testnet. */
    default void look(Moment moment) {}

    /** The scenario is over. */
    default void end(ScenarioResult result) {}
}

package org.polytorus.simulator.app.scenario;

import java.time.Duration;
import java.util.List;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.scenario.Moment;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.scenario.Verdict;
import org.polytorus.simulator.testnet.TestnetEvent;

/** Tells several the same story. */
public record Stories(List<Story> all) implements Story {

    public Stories {
        all = List.copyOf(all);
    }

    @Override
    public void step(Duration elapsed, Step step) {
        all.forEach(one -> one.step(elapsed, step));
    }

    @Override
    public void events(Duration elapsed, List<TestnetEvent> events, long lost) {
        all.forEach(one -> one.events(elapsed, events, lost));
    }

    @Override
    public void verdict(Verdict verdict) {
        all.forEach(one -> one.verdict(verdict));
    }

    @Override
    public void broken(Checked.Broken found) {
        all.forEach(one -> one.broken(found));
    }

    @Override
    public void look(Moment moment) {
        all.forEach(one -> one.look(moment));
    }

    @Override
    public void end(ScenarioResult result) {
        all.forEach(one -> one.end(result));
    }
}

package org.polytorus.simulator.app.scenario;

import java.util.ArrayList;
import java.util.List;
import org.polytorus.simulator.app.check.Checks;
import org.polytorus.simulator.app.check.LiveChecks;
import org.polytorus.simulator.app.record.RecordFile;
import org.polytorus.simulator.app.record.RecordHeader;
import org.polytorus.simulator.app.record.RunStart;
import org.polytorus.simulator.app.run.CheckSummary;
import org.polytorus.simulator.app.run.StopSignal;
import org.polytorus.simulator.app.run.WindDown;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetFactory;

/** Carries scenarios out on real sockets, by the clock on the wall. */
public record LiveStage(TestnetFactory factory, StopSignal stop) implements Stage {

    @Override
    public Played play(Scenario scenario, List<Story> stories, Asked asked) throws InterruptedException {
        RunStart start = RunStart.now();
        try (Testnet testnet = factory.start(scenario.testnet())) {
            List<Story> all = new ArrayList<>(stories);
            RecordFile record = asked.record();
            if (record != null) {
                all.add(RecordStory.begin(
                        record, scenario, asked.files(), RecordHeader.Time.REAL, start.epochNanos(), start.age()));
            }
            Checks checks = asked.check() ? new LiveChecks(testnet, scenario.testnet()) : Checks.NONE;
            ScenarioDriver driver = new ScenarioDriver(
                    scenario, testnet, new RealClock(stop), ProgramMemory::usedBytes, new Stories(all), checks);
            ScenarioResult result = driver.drive();
            if (!asked.summary()) {
                return new Played(result, null, "");
            }
            long seed = scenario.testnet().seed();
            return new Played(
                    result,
                    WindDown.of(testnet)
                            .summary(
                                    seed,
                                    result.ran(),
                                    driver.events(),
                                    asked.notes(),
                                    null,
                                    result.judged(),
                                    CheckSummary.of(result.checked())),
                    "");
        }
    }
}

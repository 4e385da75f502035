package org.polytorus.simulator.app.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.polytorus.simulator.app.check.Checks;
import org.polytorus.simulator.app.check.HandedOver;
import org.polytorus.simulator.app.check.VirtualChecks;
import org.polytorus.simulator.app.record.RecordFile;
import org.polytorus.simulator.app.record.RecordHeader;
import org.polytorus.simulator.app.run.CheckSummary;
import org.polytorus.simulator.app.run.RunSummary;
import org.polytorus.simulator.app.run.StopSignal;
import org.polytorus.simulator.app.run.VirtualWork;
import org.polytorus.simulator.app.run.WindDown;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;

/**
 * Carries scenarios out in virtual time, as fast as it goes, on the calling thread. Every step takes effect at exactly its time.
 *
 * @param lines get a sign of life now and then
 */
public record VirtualStage(StopSignal stop, ScenarioLines lines) implements Stage {

    @Override
    public Played play(Scenario scenario, List<Story> stories, Asked asked) throws InterruptedException {
        long began = System.nanoTime();
        List<Story> all = new ArrayList<>(stories);
        RecordFile record = asked.record();
        if (record != null) {
            all.add(RecordStory.begin(
                    record, scenario, asked.files(), RecordHeader.Time.VIRTUAL, Simulation.BEGIN_NANOS, Duration.ZERO));
        }
        Recorder recorder = record == null ? Recorder.NONE : record;
        HandedOver counting = new HandedOver(recorder);
        Simulation simulation = new Simulation(scenario.testnet(), asked.check() ? counting : recorder, false);
        Checks checks = asked.check() ? VirtualChecks.of(simulation, counting) : Checks.NONE;
        VirtualClock clock = new VirtualClock(simulation, stop, lines);
        ScenarioDriver driver = new ScenarioDriver(
                scenario, new VirtualTestnet(simulation), clock, ProgramMemory::usedBytes, new Stories(all), checks);
        ScenarioResult result = driver.drive();
        VirtualWork work =
                new VirtualWork(result.ran(), Duration.ofNanos(System.nanoTime() - began), simulation.happened());
        return new Played(
                result, asked.summary() ? summary(simulation, driver.events(), result, asked) : null, work.text());
    }

    private static RunSummary summary(Simulation simulation, long events, ScenarioResult result, Asked asked) {
        long seed = result.scenario().testnet().seed();
        return WindDown.of(simulation)
                .summary(
                        seed,
                        result.ran(),
                        events,
                        asked.notes(),
                        null,
                        result.judged(),
                        CheckSummary.of(result.checked()));
    }
}

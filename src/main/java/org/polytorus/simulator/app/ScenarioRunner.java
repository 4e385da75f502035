package org.polytorus.simulator.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.report.RunFiles;
import org.polytorus.simulator.app.run.Judged;
import org.polytorus.simulator.app.run.RestingSummary;
import org.polytorus.simulator.app.run.StopSignal;
import org.polytorus.simulator.app.run.SummaryJson;
import org.polytorus.simulator.app.scenario.EventRecord;
import org.polytorus.simulator.app.scenario.JUnitXml;
import org.polytorus.simulator.app.scenario.RealClock;
import org.polytorus.simulator.app.scenario.ScenarioDriver;
import org.polytorus.simulator.app.scenario.ScenarioLines;
import org.polytorus.simulator.app.scenario.ScenarioResult;
import org.polytorus.simulator.app.scenario.Stories;
import org.polytorus.simulator.app.scenario.Story;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Times;
import org.polytorus.simulator.testnet.Testnet;
import picocli.CommandLine;

/** Runs a scenario on real sockets and writes down how it ended. */
final class ScenarioRunner {

    /**
     * Where the result goes.
     *
     * @param json whether standard output gets one JSON object, and progress goes to standard error
     * @param junit the file for JUnit XML, or null
     * @param record the file for every event, or null
     */
    record Outputs(
            boolean json, @Nullable Path junit, @Nullable Path record) {}

    private final Wiring wiring;
    private final RunFiles files;
    private final PrintWriter out;
    private final PrintWriter err;

    ScenarioRunner(Wiring wiring, CommandLine command, RunFiles files) {
        this.files = files;
        this.wiring = wiring;
        this.out = command.getOut();
        this.err = command.getErr();
    }

    /** The exit code; returns when all is written and closed. */
    int run(Scenario scenario, Path file, List<String> notes, Outputs outputs) throws InterruptedException {
        try (StopSignal stop = StopSignal.listening();
                PrintWriter record = opened(outputs.record())) {
            int exitCode = run(scenario, file, notes, outputs, record, stop);
            stop.finished(exitCode);
            return exitCode;
        } catch (IOException cannotWrite) {
            err.println("The record of the scenario could not be written to " + outputs.record() + ": "
                    + cannotWrite.getMessage() + ". Choose another file.");
            err.flush();
            return ExitCodes.FAILED;
        }
    }

    private int run(
            Scenario scenario,
            Path file,
            List<String> notes,
            Outputs outputs,
            @Nullable PrintWriter record,
            StopSignal stop)
            throws InterruptedException {
        ScenarioLines lines = new ScenarioLines(outputs.json() ? err : out);
        lines.title(scenario);
        ScenarioResult result;
        try (Testnet testnet = wiring.live().start(scenario.testnet())) {
            List<Story> stories = new ArrayList<>(List.of(lines, files));
            if (record != null) {
                long start = testnet.snapshot().epochNanos();
                stories.add(new EventRecord(record, scenario, file.toString(), VersionText.programVersion(), start));
            }
            ScenarioDriver driver = new ScenarioDriver(
                    scenario, testnet, new RealClock(stop), ScenarioRunner::usedMemory, new Stories(stories));
            result = driver.drive();
            if (outputs.json()) {
                out.println(SummaryJson.of(RestingSummary.of(
                        testnet, scenario.testnet().seed(), result.ran(), driver.events(), notes, judged(result))));
            }
        }
        ScenarioLines.table(result).forEach((outputs.json() ? err : out)::println);
        files.told().lines().forEach((outputs.json() ? err : out)::println);
        out.flush();
        err.flush();
        boolean isWritten = writeJUnit(result, outputs.junit());
        boolean isRecorded = record == null || !record.checkError();
        if (!isRecorded) {
            err.println("The record of the scenario is not complete: writing " + outputs.record()
                    + " failed. Is the disk full?");
            err.flush();
        }
        return result.isGood() && isWritten && isRecorded && files.told().isGood() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private boolean writeJUnit(ScenarioResult result, @Nullable Path file) {
        if (file == null) {
            return true;
        }
        try {
            Files.writeString(file, JUnitXml.of(result));
            return true;
        } catch (IOException cannotWrite) {
            err.println("The result of the scenario could not be written to " + file + ": " + cannotWrite.getMessage()
                    + ". Choose another file.");
            err.flush();
            return false;
        }
    }

    private static @Nullable PrintWriter opened(@Nullable Path file) throws IOException {
        return file == null ? null : new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    private static Judged judged(ScenarioResult result) {
        return new Judged(
                result.scenario().name(),
                (int) result.held(),
                result.verdicts().size() - (int) result.held(),
                result.verdicts().stream()
                        .map(verdict -> new Judged.Expected(
                                verdict.expectation().sentence(),
                                verdict.outcome().name().toLowerCase(Locale.ROOT),
                                Times.seconds(verdict.at()),
                                verdict.evidence()))
                        .toList(),
                result.troubles());
    }

    /** The heap in use, with what nobody needs any more and is not collected yet. */
    private static long usedMemory() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

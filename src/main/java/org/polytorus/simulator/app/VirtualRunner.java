package org.polytorus.simulator.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.record.RecordFile;
import org.polytorus.simulator.app.record.RecordHeader;
import org.polytorus.simulator.app.run.Onlooker;
import org.polytorus.simulator.app.run.PlainLines;
import org.polytorus.simulator.app.run.RunPlan;
import org.polytorus.simulator.app.run.RunSummary;
import org.polytorus.simulator.app.run.StopSignal;
import org.polytorus.simulator.app.run.SummaryJson;
import org.polytorus.simulator.app.run.SummaryText;
import org.polytorus.simulator.app.run.VirtualRun;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import picocli.CommandLine;

/** Runs a testnet in virtual time and prints how it ended. */
final class VirtualRunner {
    private final PrintWriter out;
    private final PrintWriter err;

    VirtualRunner(CommandLine command) {
        out = command.getOut();
        err = command.getErr();
    }

    /**
     * The exit code; returns when all is printed and written.
     *
     * @param files that the testnet was read from, for the record
     * @param path the file for every event, or null
     * @param messages whether that file gets every message, too
     */
    int run(RunPlan plan, List<Path> files, boolean json, @Nullable Path path, boolean messages)
            throws InterruptedException {
        if (path == null) {
            return run(plan, json, Recorder.NONE, null);
        }
        try (RecordFile record = new RecordFile(path, messages)) {
            record.begin(header(plan, files), Simulation.BEGIN_NANOS);
            int exitCode = run(plan, json, record, record);
            String problem = record.problem();
            if (problem == null) {
                (json ? err : out).println(record.told());
                return exitCode;
            }
            err.println(problem);
        } catch (IOException failed) {
            err.println(RecordFile.problem(path, failed));
        }
        return ExitCodes.FAILED;
    }

    private int run(RunPlan plan, boolean json, Recorder recorder, @Nullable RecordFile record)
            throws InterruptedException {
        PrintWriter talk = json ? err : out;
        try (StopSignal stop = StopSignal.listening()) {
            VirtualRun run = new VirtualRun(plan, new PlainLines(talk), stop, recorder);
            RunSummary summary = run.run();
            if (json) {
                out.println(SummaryJson.of(summary));
            } else {
                SummaryText.of(summary).forEach(out::println);
            }
            talk.println(run.work().text());
            Onlooker.Told told = plan.onlooker().told();
            told.lines().forEach(talk::println);
            out.flush();
            int exitCode = summary.started() && told.isGood() ? ExitCodes.DONE : ExitCodes.FAILED;
            if (record == null) {
                stop.finished(exitCode);
            }
            return exitCode;
        }
    }

    private static RecordHeader header(RunPlan plan, List<Path> files) {
        List<String> names = files.stream().map(Path::toString).toList();
        return new RecordHeader(
                VersionText.programVersion(), names, null, plan.spec().seed(), RecordHeader.Time.VIRTUAL, List.of());
    }
}

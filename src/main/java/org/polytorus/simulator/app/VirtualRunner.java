package org.polytorus.simulator.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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
     */
    int run(RunPlan plan, List<Path> files, boolean json, Recording recording) throws InterruptedException {
        PrintWriter talk = json ? err : out;
        try (StopSignal stop = StopSignal.listening()) {
            int exitCode = recording.of(
                    record -> {
                        if (record != null) {
                            record.begin(header(plan, files), Simulation.BEGIN_NANOS);
                        }
                        return run(plan, json, stop, record == null ? Recorder.NONE : record);
                    },
                    talk,
                    err);
            stop.finished(exitCode);
            return exitCode;
        }
    }

    private int run(RunPlan plan, boolean json, StopSignal stop, Recorder recorder) throws InterruptedException {
        PrintWriter talk = json ? err : out;
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
        return summary.started() && told.isGood() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private static RecordHeader header(RunPlan plan, List<Path> files) {
        List<String> names = files.stream().map(Path::toString).toList();
        return new RecordHeader(
                VersionText.programVersion(), names, null, plan.spec().seed(), RecordHeader.Time.VIRTUAL, List.of());
    }
}

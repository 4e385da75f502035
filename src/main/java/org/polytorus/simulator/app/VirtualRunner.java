package org.polytorus.simulator.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.polytorus.simulator.app.record.RecordFile;
import org.polytorus.simulator.app.record.RecordOnlooker;
import org.polytorus.simulator.app.run.Onlooker;
import org.polytorus.simulator.app.run.Onlookers;
import org.polytorus.simulator.app.run.PlainLines;
import org.polytorus.simulator.app.run.RunPlan;
import org.polytorus.simulator.app.run.RunSummary;
import org.polytorus.simulator.app.run.StopSignal;
import org.polytorus.simulator.app.run.SummaryJson;
import org.polytorus.simulator.app.run.SummaryText;
import org.polytorus.simulator.app.run.VirtualRun;
import org.polytorus.simulator.app.scenario.JUnitXml;
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
    int run(RunPlan plan, List<Path> files, Outputs outputs) throws InterruptedException {
        PrintWriter talk = outputs.json() ? err : out;
        try (StopSignal stop = StopSignal.listening()) {
            int exitCode = outputs.recording()
                    .of(
                            record -> record == null
                                    ? run(plan, outputs, stop, Recorder.NONE)
                                    : run(recorded(plan, files, record), outputs, stop, record),
                            talk,
                            err);
            stop.finished(exitCode);
            return exitCode;
        }
    }

    private static RunPlan recorded(RunPlan plan, List<Path> files, RecordFile record) {
        List<String> names = files.stream().map(Path::toString).toList();
        Onlooker recording = RecordOnlooker.virtual(record, names, plan.spec().seed(), Simulation.BEGIN_NANOS);
        return plan.shownTo(new Onlookers(List.of(plan.onlooker(), recording)));
    }

    private int run(RunPlan plan, Outputs outputs, StopSignal stop, Recorder recorder) throws InterruptedException {
        PrintWriter talk = outputs.json() ? err : out;
        VirtualRun run = new VirtualRun(plan, new PlainLines(talk), stop, recorder);
        RunSummary summary = run.run();
        if (outputs.json()) {
            out.println(SummaryJson.of(summary));
        } else {
            SummaryText.of(summary).forEach(out::println);
        }
        talk.println(run.work().text());
        Onlooker.Told told = plan.onlooker().told();
        told.lines().forEach(talk::println);
        out.flush();
        err.flush();
        boolean isWritten = outputs.writeJUnit(() -> JUnitXml.of(summary), err) && told.isGood();
        return summary.isGood() && isWritten ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}

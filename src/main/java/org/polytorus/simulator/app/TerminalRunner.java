package org.polytorus.simulator.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.polytorus.simulator.app.record.RecordFile;
import org.polytorus.simulator.app.record.RecordOnlooker;
import org.polytorus.simulator.app.run.LiveTable;
import org.polytorus.simulator.app.run.Onlooker;
import org.polytorus.simulator.app.run.Onlookers;
import org.polytorus.simulator.app.run.PlainLines;
import org.polytorus.simulator.app.run.Progress;
import org.polytorus.simulator.app.run.RunPlan;
import org.polytorus.simulator.app.run.RunSummary;
import org.polytorus.simulator.app.run.StopSignal;
import org.polytorus.simulator.app.run.SummaryJson;
import org.polytorus.simulator.app.run.SummaryText;
import org.polytorus.simulator.app.run.TestnetRun;
import org.polytorus.simulator.app.scenario.JUnitXml;
import picocli.CommandLine;

/** Runs a testnet in the terminal and prints how it ended. */
final class TerminalRunner {
    private final Wiring wiring;
    private final PrintWriter out;
    private final PrintWriter err;

    TerminalRunner(Wiring wiring, CommandLine command) {
        this.wiring = wiring;
        this.out = command.getOut();
        this.err = command.getErr();
    }

    /**
     * The exit code; returns when all is printed, written and closed.
     *
     * @param files that the testnet was read from, for the record
     */
    int run(RunPlan plan, List<Path> files, Outputs outputs) throws InterruptedException {
        try (StopSignal stop = StopSignal.listening()) {
            int exitCode = outputs.recording()
                    .of(
                            record -> run(record == null ? plan : recorded(plan, files, record), outputs, stop),
                            outputs.json() ? err : out,
                            err);
            stop.finished(exitCode);
            return exitCode;
        }
    }

    private static RunPlan recorded(RunPlan plan, List<Path> files, RecordFile record) {
        List<String> names = files.stream().map(Path::toString).toList();
        Onlooker recording = RecordOnlooker.live(record, names, plan.spec().seed());
        return plan.shownTo(new Onlookers(List.of(plan.onlooker(), recording)));
    }

    private int run(RunPlan plan, Outputs outputs, StopSignal stop) throws InterruptedException {
        boolean json = outputs.json();
        TestnetRun run = new TestnetRun(wiring.live(), wiring.window(), plan, progress(plan, json), stop);
        RunSummary summary = run.run();
        if (json) {
            out.println(SummaryJson.of(summary));
        } else {
            SummaryText.of(summary).forEach(out::println);
        }
        Onlooker.Told told = plan.onlooker().told();
        told.lines().forEach((json ? err : out)::println);
        out.flush();
        err.flush();
        boolean pictureMissing = plan.picture() != null && summary.screenshot() == null;
        if (json && pictureMissing) {
            summary.problems().forEach(err::println);
            err.flush();
        }
        boolean isWritten = outputs.writeJUnit(() -> JUnitXml.of(summary), err) && told.isGood();
        return summary.isGood() && !pictureMissing && isWritten ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private Progress progress(RunPlan plan, boolean json) {
        if (json) {
            return new PlainLines(err);
        }
        return Display.isLiveTerminal() ? LiveTable.on(out, plan.duration()) : new PlainLines(out);
    }
}

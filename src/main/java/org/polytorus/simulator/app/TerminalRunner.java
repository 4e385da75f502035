package org.polytorus.simulator.app;

import java.io.PrintWriter;
import org.polytorus.simulator.app.run.LiveTable;
import org.polytorus.simulator.app.run.Onlooker;
import org.polytorus.simulator.app.run.PlainLines;
import org.polytorus.simulator.app.run.Progress;
import org.polytorus.simulator.app.run.RunPlan;
import org.polytorus.simulator.app.run.RunSummary;
import org.polytorus.simulator.app.run.StopSignal;
import org.polytorus.simulator.app.run.SummaryJson;
import org.polytorus.simulator.app.run.SummaryText;
import org.polytorus.simulator.app.run.TestnetRun;
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

    /** The exit code; returns when all is printed and closed. */
    int run(RunPlan plan, boolean json) throws InterruptedException {
        try (StopSignal stop = StopSignal.listening()) {
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
            int exitCode = summary.started() && !pictureMissing && told.isGood() ? ExitCodes.DONE : ExitCodes.FAILED;
            stop.finished(exitCode);
            return exitCode;
        }
    }

    private Progress progress(RunPlan plan, boolean json) {
        if (json) {
            return new PlainLines(err);
        }
        return Display.isLiveTerminal() ? LiveTable.on(out, plan.duration()) : new PlainLines(out);
    }
}

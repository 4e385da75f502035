package org.polytorus.simulator.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.run.Onlooker;
import org.polytorus.simulator.app.run.PlainLines;
import org.polytorus.simulator.app.run.RecordFile;
import org.polytorus.simulator.app.run.RunPlan;
import org.polytorus.simulator.app.run.RunSummary;
import org.polytorus.simulator.app.run.StopSignal;
import org.polytorus.simulator.app.run.SummaryJson;
import org.polytorus.simulator.app.run.SummaryText;
import org.polytorus.simulator.app.run.VirtualRun;
import org.polytorus.simulator.sim.Recorder;
import picocli.CommandLine;

/** Runs a testnet in virtual time and prints how it ended. */
final class VirtualRunner {
    private static final double MILLIS_PER_SECOND = 1e3;

    private final PrintWriter out;
    private final PrintWriter err;

    VirtualRunner(CommandLine command) {
        out = command.getOut();
        err = command.getErr();
    }

    /**
     * The exit code; returns when all is printed and written.
     *
     * @param path the file for every event, or null
     * @param messages whether that file gets every message, too
     */
    int run(RunPlan plan, boolean json, @Nullable Path path, boolean messages) throws InterruptedException {
        if (path == null) {
            return run(plan, json, Recorder.NONE, null);
        }
        try (RecordFile record = new RecordFile(path, messages)) {
            int exitCode = run(plan, json, record, record);
            String problem = record.problem();
            if (problem == null) {
                (json ? err : out).println("Recorded in " + path + ", SHA-256 " + record.hash());
                return exitCode;
            }
            err.println(unwritable(path, problem));
        } catch (IOException failed) {
            err.println(unwritable(path, String.valueOf(failed.getMessage())));
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
            talk.println(sentence(run.work()));
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

    private static String sentence(VirtualRun.Work work) {
        return String.format(
                Locale.ROOT,
                "%.1f s of virtual time in %.1f s, %,d events",
                work.virtual().toMillis() / MILLIS_PER_SECOND,
                work.real().toMillis() / MILLIS_PER_SECOND,
                work.events());
    }

    private static String unwritable(Path path, String why) {
        return "The record could not be written to " + path + ": " + why
                + ". Name a file in a folder that you may write to.";
    }
}

package org.polytorus.simulator.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.record.RecordFile;
import org.polytorus.simulator.app.report.RunFiles;
import org.polytorus.simulator.app.run.RunSummary;
import org.polytorus.simulator.app.run.StopSignal;
import org.polytorus.simulator.app.run.SummaryJson;
import org.polytorus.simulator.app.scenario.JUnitXml;
import org.polytorus.simulator.app.scenario.LiveStage;
import org.polytorus.simulator.app.scenario.ScenarioLines;
import org.polytorus.simulator.app.scenario.Stage;
import org.polytorus.simulator.app.scenario.Story;
import org.polytorus.simulator.app.scenario.VirtualStage;
import org.polytorus.simulator.scenario.Scenario;
import picocli.CommandLine;

/** Runs a scenario, on real sockets or in virtual time, and writes down how it ended. */
final class ScenarioRunner {

    /**
     * What to run.
     *
     * @param files that it was read from
     * @param notes on these files
     * @param isVirtual whether in virtual time
     * @param check whether it is to be held against what must always hold
     */
    record Plan(Scenario scenario, List<Path> files, List<String> notes, boolean isVirtual, boolean check) {
        Plan {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }
    }

    private final Wiring wiring;
    private final RunFiles written;
    private final PrintWriter out;
    private final PrintWriter err;

    ScenarioRunner(Wiring wiring, CommandLine command, RunFiles written) {
        this.written = written;
        this.wiring = wiring;
        this.out = command.getOut();
        this.err = command.getErr();
    }

    /** The exit code; returns when all is written and closed. */
    int run(Plan plan, Outputs outputs) throws InterruptedException {
        try (StopSignal stop = StopSignal.listening()) {
            int exitCode =
                    outputs.recording().of(record -> run(plan, outputs, stop, record), outputs.json() ? err : out, err);
            stop.finished(exitCode);
            return exitCode;
        }
    }

    private int run(Plan plan, Outputs outputs, StopSignal stop, @Nullable RecordFile record)
            throws InterruptedException {
        ScenarioLines lines = new ScenarioLines(outputs.json() ? err : out);
        lines.title(plan.scenario());
        Stage stage = plan.isVirtual() ? new VirtualStage(stop, lines) : new LiveStage(wiring.live(), stop);
        List<Story> stories = List.of(lines, written);
        List<String> files = plan.files().stream().map(Path::toString).toList();
        Stage.Played played = stage.play(
                plan.scenario(), stories, new Stage.Asked(record, files, plan.notes(), outputs.json(), plan.check()));
        RunSummary summary = played.summary();
        if (summary != null) {
            out.println(SummaryJson.of(summary));
        }
        List<String> end = new ArrayList<>(ScenarioLines.table(played.result()));
        if (!played.remark().isEmpty()) {
            end.add(played.remark());
        }
        end.addAll(written.told().lines());
        tell(outputs, end.toArray(String[]::new));
        boolean isWritten = outputs.writeJUnit(() -> JUnitXml.of(played.result()), err)
                && written.told().isGood();
        return played.result().isGood() && isWritten ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private void tell(Outputs outputs, String... lines) {
        for (String line : lines) {
            (outputs.json() ? err : out).println(line);
        }
        out.flush();
        err.flush();
    }
}

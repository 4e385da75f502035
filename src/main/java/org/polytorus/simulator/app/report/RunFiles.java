package org.polytorus.simulator.app.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.WriteFailure;
import org.polytorus.simulator.app.run.Onlooker;
import org.polytorus.simulator.app.scenario.ScenarioResult;
import org.polytorus.simulator.app.scenario.Story;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.report.Chronicle;
import org.polytorus.simulator.report.RunFacts;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.report.csv.CsvFile;
import org.polytorus.simulator.report.html.ReportPage;
import org.polytorus.simulator.scenario.Moment;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.scenario.Verdict;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.graph.StillLayout;

/**
 * The files that a run writes at its end: the report, and the figures. It looks on at a testnet that just runs, and is told the
 * story of a scenario. Costs nothing where no file is asked for.
 */
public final class RunFiles implements Onlooker, Story, AutoCloseable {
    private static final String ADVICE = " Name a place that you may write to.";
    private static final double BYTES_PER_KIBIBYTE = 1024;

    private final Chronicle chronicle;
    private final List<OutputFile> files = new ArrayList<>();
    private final List<ClaimedFile> ofOthers = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private boolean isGood = true;
    private boolean isOver;
    private long eventsSeen;

    private RunFiles(RunFacts facts) {
        chronicle = new Chronicle(facts);
    }

    /**
     * A file that somebody else writes at the end.
     *
     * @param what how it is called at the beginning of a sentence
     */
    public record OfOthers(Path path, String what) {}

    /**
     * Makes sure that all files can be written.
     *
     * @param report the page, or null for none
     * @param csv the folder for the figures, which is made if need be, or null for none
     * @param ofOthers what is written besides
     * @throws IOException with a sentence for people where one cannot be written
     */
    public static RunFiles open(RunFacts facts, @Nullable Path report, @Nullable Path csv, List<OfOthers> ofOthers)
            throws IOException {
        RunFiles made = new RunFiles(facts);
        for (OfOthers file : ofOthers) {
            made.ofOthers.add(made.claimed(file.path(), file.what()));
        }
        if (report != null) {
            ReportPage page = new ReportPage(StillLayout::places);
            made.claim(report, "The report", (story, out) -> out.append(page.of(story)));
        }
        if (csv != null) {
            made.makeFolder(csv);
            for (CsvFile file : CsvFile.values()) {
                made.claim(csv.resolve(file.fileName()), "A file of figures", file::write);
            }
        }
        return made;
    }

    private void makeFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException file) {
            close();
            throw new IOException(
                    "The figures cannot be written to " + folder + ": it is a file, and must be a folder.", file);
        } catch (IOException failed) {
            close();
            throw new IOException(
                    "The folder " + folder + " for the figures cannot be made: " + WriteFailure.reason(failed) + "."
                            + ADVICE,
                    failed);
        }
    }

    private void claim(Path path, String what, OutputFile.Content content) throws IOException {
        files.add(new OutputFile(claimed(path, what), content));
    }

    private ClaimedFile claimed(Path path, String what) throws IOException {
        try {
            return ClaimedFile.claim(path);
        } catch (IOException failed) {
            close();
            throw new IOException(
                    what + " cannot be written to " + path + ": " + WriteFailure.reason(failed) + "." + ADVICE, failed);
        }
    }

    @Override
    public void look(Duration elapsed, Supplier<TestnetSnapshot> now, LongFunction<List<TestnetEvent>> eventsAfter) {
        if (files.isEmpty()) {
            return;
        }
        chronicle.lookIfDue(elapsed, now);
        List<TestnetEvent> news = eventsAfter.apply(eventsSeen);
        if (!news.isEmpty()) {
            long lost = news.getFirst().sequence() - eventsSeen - 1;
            eventsSeen = news.getLast().sequence();
            chronicle.events(news, lost);
        }
    }

    @Override
    public void look(Moment moment) {
        if (!files.isEmpty()) {
            chronicle.look(moment.elapsed(), moment.snapshot());
        }
    }

    @Override
    public void step(Duration elapsed, Step step) {
        chronicle.step(elapsed, step.text());
    }

    @Override
    public void events(Duration elapsed, List<TestnetEvent> events, long lost) {
        chronicle.events(events, lost);
    }

    /** The end tells all of it. */
    @Override
    public void broken(Checked.Broken found) {}

    @Override
    public void verdict(Verdict verdict) {
        chronicle.verdict(verdict);
    }

    @Override
    public void end(Duration ran, TestnetSnapshot last, @Nullable Checked checked) {
        if (!files.isEmpty()) {
            chronicle.look(ran, last);
            write(chronicle.story(ran, List.of(), checked));
        }
    }

    @Override
    public void end(ScenarioResult result) {
        if (!files.isEmpty()) {
            write(chronicle.story(result.ran(), result.troubles(), result.checked()));
        }
    }

    private void write(RunStory story) {
        isOver = true;
        for (OutputFile file : files) {
            try {
                lines.add("Written: " + file.path() + ", " + size(file.write(story)));
            } catch (IOException failed) {
                isGood = false;
                lines.add(file.path() + " is not complete: writing it failed (" + WriteFailure.reason(failed)
                        + "). Is the disk full? Make room and run it again.");
            }
        }
    }

    @Override
    public Told told() {
        return new Told(isGood, lines);
    }

    /** A run that never came to its end leaves no empty files behind. */
    @Override
    public void close() throws IOException {
        for (ClaimedFile file : ofOthers) {
            file.giveUp();
        }
        if (!isOver) {
            for (OutputFile file : files) {
                file.file().giveUp();
            }
        }
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.0f KiB", Math.ceil(bytes / BYTES_PER_KIBIBYTE));
    }
}

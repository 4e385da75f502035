package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polytorus.simulator.scenario.Action;
import org.polytorus.simulator.scenario.Comparison;
import org.polytorus.simulator.scenario.Expectation;
import org.polytorus.simulator.scenario.Quantity;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Step;
import org.polytorus.simulator.scenario.Timing;
import org.polytorus.simulator.testnet.TestnetCommand;

/** The files that {@code run} leaves behind. */
class RunFilesCommandTest {
    @TempDir
    Path folder;

    private final Console console = new Console();

    private int virtually(Path report, Path csv) {
        return console.run(
                "run", "a.toml", "--virtual", "-d", "20s", "--report", report.toString(), "--csv", csv.toString());
    }

    @Test
    void runInVirtualTimeWritesThePageAndTheFiguresAndSaysWhere() {
        Path report = folder.resolve("run.html");
        Path csv = folder.resolve("deep").resolve("figures");
        assertThat(virtually(report, csv)).as(console.err()).isZero();
        assertThat(report)
                .content()
                .startsWith("<!DOCTYPE html>")
                .contains("20.0 s of virtual time", "The way of a block");
        assertThat(csv.resolve("stats.csv"))
                .content()
                .startsWith("seconds,node,running")
                .contains("node3");
        assertThat(csv).isDirectoryContaining("glob:**links.csv").isDirectoryContaining("glob:**deliveries.csv");
        assertThat(console.out()).contains("Written: " + report, "Written: " + csv.resolve("events.csv"));
    }

    @Test
    void runOnSocketsWritesThePageToo() {
        Path report = folder.resolve("run.html");
        assertThat(console.run("run", "a.toml", "-d", "1s", "--report", report.toString()))
                .isZero();
        assertThat(report).content().contains("sockets of this machine");
    }

    @Test
    void scenarioIsReportedWithItsStepsAndVerdicts() {
        Path report = folder.resolve("run.html");
        Step step = new Step(
                Duration.ofMillis(200),
                "mine",
                "mine node1",
                List.of(new Action.Order(new TestnetCommand.SetMining(false))));
        Expectation never = new Expectation(
                "one tip", new Quantity.Tips(), Comparison.ABOVE, 5, new Timing.At(Duration.ofMillis(500)));
        Scenario scenario = new Scenario(
                "Tiny", "Little.", DefaultTestnet.spec(), Duration.ofMillis(600), List.of(step), List.of(never));
        console.answer = new Loaded(DefaultTestnet.spec(), scenario, List.of());
        assertThat(console.run("run", "a.toml", "--report", report.toString())).isEqualTo(1);
        assertThat(report).content().contains("<h1>Tiny</h1>", "mine node1", "0 of 1 expectations held", "✗ failed");
    }

    @Test
    void placeThatCannotBeWrittenToIsRefusedBeforeAnythingStarts() throws IOException {
        Path nowhere = folder.resolve("missing").resolve("run.html");
        assertThat(console.run("run", "a.toml", "-d", "1s", "--report", nowhere.toString()))
                .isEqualTo(1);
        assertThat(console.err()).contains("The report cannot be written to " + nowhere + ": there is no such folder.");
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(console.run("run", "a.toml", "-d", "1s", "--csv", file.toString()))
                .isEqualTo(1);
        assertThat(console.err()).contains(file + ": it is a file, and must be a folder");
        assertThat(console.started).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--report, , The report",
        "--report, --virtual, The report",
        "--csv, , The folder",
        "--csv, --virtual, The folder",
        "--junit, , The result of the run",
        "--junit, --virtual, The result of the run",
        "--record, , The record",
        "--record, --virtual, The record",
        "--screenshot, , The picture"
    })
    void everyFileThatCannotBeWrittenIsRefusedAtOnceWithWhatWhereAndWhatToDo(
            String option, @Nullable String time, String what) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Path inside = file.resolve("inside");
        List<String> args = new ArrayList<>(List.of("run", "a.toml", "-d", "1s", "--check", option, inside.toString()));
        if (time != null) {
            args.add(time);
        }
        assertThat(console.run(args.toArray(String[]::new))).isEqualTo(1);
        assertThat(console.err()).contains(what, inside.toString(), "that you may write to.");
        assertThat(console.started).isEmpty();
        assertThat(console.out()).as("nothing was run").isEmpty();
        assertThat(file).hasContent("no folder");
    }

    @Test
    void resultAndPictureOfARefusedRunAreLeftAsTheyWereToo() throws IOException {
        Path old = Files.writeString(folder.resolve("old.xml"), "old");
        Path young = folder.resolve("young.png");
        Path nowhere = folder.resolve("missing").resolve("run.html");
        assertThat(console.run(
                        "run",
                        "a.toml",
                        "--check",
                        "--junit",
                        old.toString(),
                        "--screenshot",
                        young.toString(),
                        "--report",
                        nowhere.toString()))
                .isEqualTo(1);
        assertThat(old).hasContent("old");
        assertThat(young).doesNotExist();
    }

    @Test
    void refusedRunLeavesFilesAsTheyWere() throws IOException {
        Path old = Files.writeString(folder.resolve("old.html"), "old");
        Path young = folder.resolve("young.html");
        Path file = Files.createFile(folder.resolve("file"));
        console.run("run", "a.toml", "--report", old.toString(), "--csv", file.toString());
        console.run("run", "a.toml", "--report", young.toString(), "--csv", file.toString());
        assertThat(old).hasContent("old");
        assertThat(young).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fullDiskIsTold() {
        assertThat(console.run("run", "a.toml", "--virtual", "-d", "1s", "--report", "/dev/full"))
                .isEqualTo(1);
        assertThat(console.out()).contains("/dev/full is not complete", "Is the disk full?");
    }
}

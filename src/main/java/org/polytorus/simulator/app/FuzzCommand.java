package org.polytorus.simulator.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.fuzz.CheckedRun;
import org.polytorus.simulator.app.fuzz.Shrinker;
import org.polytorus.simulator.app.fuzz.Sweep;
import org.polytorus.simulator.app.run.StopSignal;
import org.polytorus.simulator.config.ScenarioWriter;
import org.polytorus.simulator.invariant.Violation;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.scenario.Times;
import org.polytorus.simulator.sim.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks for faults of the nodes themselves: random testnets, random faults, and what must hold whatever comes. */
@Command(
        name = "fuzz",
        header = "Break random testnets at random and check that the nodes stand it.",
        description = {
            "",
            "Each seed makes a testnet and faults in virtual time, then mends everything. After every event it is "
                    + "checked what must always hold: valid chains, one pool state for each address, bounds, counters that add up, "
                    + "one tip in the end. The first seed that breaks something is cut down to the shortest scenario that "
                    + "still does, which is written to a file."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  polytorus-testnet fuzz --seeds 1000",
            "  polytorus-testnet fuzz --from 4711 --seeds 1",
            "  polytorus-testnet fuzz --replay fuzz-4711.toml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Everything held", "1:Something did not, or a file could not be used", "2:Wrong arguments"})
final class FuzzCommand extends TerminalCommand {
    private static final int LEAST_NODES = 3;
    private static final int MOST_NODES = 200;
    private static final Duration LONGEST_TROUBLE = Duration.ofMinutes(30);
    private static final int TELL_SECONDS = 5;

    private final Wiring wiring;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many, usually ${DEFAULT-VALUE}.")
    private long seeds = 1_000;

    @Option(names = "--from", paramLabel = "SEED", defaultValue = "1", description = "The first of them, usually 1.")
    private long from = 1;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "30",
            description = "The most that a testnet has, usually ${DEFAULT-VALUE}; few have more than 12.")
    private int nodes = 30;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            defaultValue = "30s",
            description = "How long faults come in each, in virtual time, usually ${DEFAULT-VALUE}.")
    private Duration duration = Duration.ofSeconds(30);

    @Option(names = "--threads", paramLabel = "N", description = "Seeds at once, usually one on each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where a scenario that breaks something is written, usually here.")
    private Path folder = Path.of("");

    @Option(names = "--replay", paramLabel = "FILE", description = "Run one scenario and check it, instead of seeds.")
    private @Nullable Path replayed;

    FuzzCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (nodes < LEAST_NODES || nodes > MOST_NODES) {
            throw wrong("--nodes is between " + LEAST_NODES + " and " + MOST_NODES + "; found " + nodes);
        }
        if (seeds < 1 || threads < 1) {
            throw wrong("--seeds and --threads are at least 1; found " + seeds + " and " + threads);
        }
        if (duration.compareTo(Duration.ofSeconds(2)) < 0 || duration.compareTo(LONGEST_TROUBLE) > 0) {
            throw wrong("--duration is between 2s and 30m; found " + duration.toMillis() + "ms");
        }
        Path file = replayed;
        return file == null ? sweep() : replay(file);
    }

    private int replay(Path file) {
        Loaded loaded = wiring.loader().load(List.of(file), false);
        loaded.problems().stream().filter(Loaded.Problem::error).forEach(problem -> err().println(problem.text()));
        err().flush();
        Scenario scenario = loaded.scenario();
        if (loaded.errors() > 0 || scenario == null) {
            err().println(loaded.errors() > 0 ? "Nothing was run." : file + " has no [scenario]; name one that has.");
            err().flush();
            return ExitCodes.FAILED;
        }
        Violation violation = new CheckedRun(scenario).run();
        out().println(violation == null ? "Everything held." : text(violation));
        out().flush();
        return violation == null ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private int sweep() throws InterruptedException {
        try (StopSignal stop = StopSignal.listening()) {
            Sweep sweep = new Sweep(new Sweep.Plan(from, seeds, nodes, duration, threads), () -> isOver(stop));
            int exitCode = tell(runAndTell(sweep), stop);
            stop.finished(exitCode);
            return exitCode;
        }
    }

    /** Tells of the progress until the work ends: closing the executor drops what is still planned. */
    private Sweep.Result runAndTell(Sweep sweep) throws InterruptedException {
        try (ScheduledExecutorService telling = Executors.newSingleThreadScheduledExecutor()) {
            var _ = telling.scheduleAtFixedRate(
                    () -> tell(sweep.progress()), TELL_SECONDS, TELL_SECONDS, TimeUnit.SECONDS);
            return sweep.run();
        }
    }

    private static boolean isOver(StopSignal stop) {
        try {
            return stop.await(Duration.ZERO);
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void tell(Sweep.Progress progress) {
        err().println(String.format(
                Locale.ROOT,
                "%,d of %,d seeds, %.1f a second, now at %d",
                progress.done(),
                seeds,
                progress.seedsPerSecond(),
                progress.seed()));
        err().flush();
    }

    private int tell(Sweep.Result result, StopSignal stop) {
        out().println("Seeds that came across each of these:");
        result.coverage().forEach((what, count) -> out().println(String.format(Locale.ROOT, "%8d  %s", count, what)));
        out().println(String.format(
                Locale.ROOT,
                "%,d of %,d seeds from %d on, %,d events, in %s",
                result.done(),
                seeds,
                from,
                result.events(),
                Times.text(result.took())));
        Sweep.Broken broken = result.broken();
        if (broken == null) {
            out().println("Everything held.");
            out().flush();
            return ExitCodes.DONE;
        }
        out().println("Seed " + broken.seed() + ": " + text(broken.violation()));
        out().flush();
        Shrinker shrinker = new Shrinker(scenario -> new CheckedRun(scenario).run(), () -> isOver(stop));
        tell(broken, shrinker.shrink(broken.scenario(), broken.violation()), shrinker.tried());
        return ExitCodes.FAILED;
    }

    private void tell(Sweep.Broken broken, Shrinker.Found found, int tried) {
        Path file = folder.resolve("fuzz-" + broken.seed() + ".toml");
        out().println("The shortest scenario that still shows it, of " + tried + " that were tried, has "
                + count(found.scenario().testnet().nodes().size(), "node") + " and "
                + count(found.scenario().steps().size(), "step") + ", and lasts "
                + Times.text(found.scenario().duration()) + ":");
        out().println(text(found.violation()));
        String text = ScenarioWriter.write(
                found.scenario(),
                List.of(
                        "Found by fuzz, seed " + broken.seed() + ", PolyTorus testnet simulator "
                                + VersionText.programVersion(),
                        "Expected: " + found.violation().sentence(),
                        "Found: " + found.violation().found(),
                        "To see it again: " + replayCommand(file)));
        try {
            Files.writeString(file, text);
            out().println("It is in " + file + ". To see it again: " + replayCommand(file));
        } catch (IOException cannotWrite) {
            err().println("The scenario could not be written to " + file + ": " + cannotWrite.getMessage()
                    + ". Name another folder with --out. Here it is:");
            err().println(text);
            err().flush();
        }
        out().flush();
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** How a scenario that was found is run again. */
    private static String replayCommand(Path file) {
        return "polytorus-testnet fuzz --replay " + file;
    }

    private static String text(Violation violation) {
        Duration at = Duration.ofNanos(violation.epochNanos() - Simulation.BEGIN_NANOS);
        return "\"" + violation.invariant() + "\" was broken after " + Times.text(at) + " of virtual time. Expected: "
                + violation.sentence() + ". Found: " + violation.found();
    }
}

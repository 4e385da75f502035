package org.polytorus.simulator.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.report.RunFiles;
import org.polytorus.simulator.app.run.RunPlan;
import org.polytorus.simulator.app.virtual.VirtualLimits;
import org.polytorus.simulator.report.RunFacts;
import org.polytorus.simulator.scenario.Scenario;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a testnet without a window. */
@Command(
        name = "run",
        header = "Run a testnet or a scenario in the terminal.",
        description = {
            "",
            "Shows a live table (plain lines when the output is no terminal) and, at the end, a summary. Mining and "
                    + "traffic stop before the counters are read, so that both ends of a link can be compared.",
            "",
            "A scenario runs for its own duration and tells in lines what is done, what happens and what held; with "
                    + "--virtual in a moment."
        },
        parameterListHeading = "%nFiles:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  polytorus-testnet run sample-configs/three-nodes.toml --duration 30s",
            "  polytorus-testnet run node1.toml node2.toml -d 1m --json > run.json",
            "  polytorus-testnet run sample-configs/random-fifty.toml --virtual -d 1h --seed 5",
            "  polytorus-testnet run my.toml -d 30s --screenshot window.png --at 20s",
            "  polytorus-testnet run sample-configs/scenarios/partition-and-heal.toml --junit result.xml",
            "  polytorus-testnet run sample-configs/scenarios/four-regions.toml --virtual --record run.jsonl",
            "  polytorus-testnet run sample-configs/scenarios/slow-bridge.toml --report bridge.html --csv figures",
            "  polytorus-testnet run sample-configs/scenarios/churn.toml --check"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every node started, and everything held that a scenario expects and that was checked",
            "1:A node did not start, something did not hold, a file has an error, or one could not be written",
            "2:Wrong arguments"
        })
final class RunCommand extends TerminalCommand {
    private static final Duration USUAL_PICTURE_TIME = Duration.ofSeconds(20);

    private final Wiring wiring;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "One testnet file or scenario, or several node files that make one testnet together.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = {"-d", "--duration"},
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long, such as 30s or 1m30s. Without it the run ends with Ctrl+C.")
    private @Nullable Duration duration;

    @Option(
            names = "--json",
            description = "Print nothing but the summary as one JSON object; progress goes to standard error.")
    private boolean json;

    @Option(names = "--record", paramLabel = "FILE.jsonl", description = "Write every event as a line of JSON.")
    private @Nullable Path record;

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description =
                    "Write a report of the run as one page that opens without this program and without a network.")
    private @Nullable Path report;

    @Option(
            names = "--csv",
            paramLabel = "FOLDER",
            description = "Write stats.csv, links.csv, deliveries.csv and events.csv into this folder.")
    private @Nullable Path csv;

    @Option(
            names = "--check",
            description = {
                "Check every second, at each step of a scenario and at the end what must hold whatever is done to a "
                        + "network: valid chains, no block lost, every queue within its bound, one state for each address "
                        + "and connection, ends that count the same, one tip once it is whole.",
                "On sockets each node is looked into on its own thread, between two things that it does; in virtual "
                        + "time after everything that it does, and the way of every message is followed, which cannot be "
                        + "seen on sockets."
            })
    private boolean check;

    @Option(
            names = "--junit",
            paramLabel = "FILE.xml",
            description = "Of a scenario, or with --check: write what held as JUnit XML, for build servers.")
    private @Nullable Path junit;

    @Mixin
    private TestnetOptions options = new TestnetOptions();

    @ArgGroup(exclusive = false, heading = "%nA picture of the window, drawn without a display:%n")
    private @Nullable PictureOptions picture;

    @ArgGroup(exclusive = false, heading = "%nVirtual time:%n")
    private @Nullable VirtualOptions virtual;

    /** The options of the picture; the others need the first. */
    static final class PictureOptions {
        @Option(names = "--screenshot", required = true, paramLabel = "FILE.png", description = "Where to save it.")
        private Path png = Path.of("");

        @Option(
                names = "--at",
                paramLabel = "TIME",
                converter = DurationConverter.class,
                description = "When to take it: usually at the end of the duration, or after 20s.")
        private @Nullable Duration at;

        @Option(
                names = "--size",
                paramLabel = "WxH",
                defaultValue = "1440x900",
                converter = PixelSize.Converter.class,
                description = "Its size in pixels, usually ${DEFAULT-VALUE}.")
        private PixelSize size = new PixelSize(1440, 900);

        @Option(names = "--dark", description = "Draw the dark theme.")
        private boolean dark;
    }

    RunCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws InterruptedException {
        RunPlan.Picture planned = plannedPicture();
        TestnetOptions.Ready ready = options.read(files, wiring.loader(), err());
        if (ready == null) {
            return ExitCodes.FAILED;
        }
        if (virtual == null && isRefused(ready.spec().socketProblem())) {
            return ExitCodes.FAILED;
        }
        Scenario scenario = ready.scenario();
        RunFacts facts = new RunFacts(
                scenario == null ? ready.spec().name() : scenario.name(),
                scenario == null ? "" : scenario.text(),
                VersionText.programVersion(),
                files.stream().map(Path::toString).toList(),
                ready.spec().seed(),
                virtual != null);
        try (RunFiles written = RunFiles.open(facts, report, csv, ofOthers())) {
            return scenario == null
                    ? runTestnet(ready, planned, written)
                    : runScenario(scenario, ready.notes(), written);
        } catch (IOException unwritable) {
            err().println(unwritable.getMessage());
            err().flush();
            return ExitCodes.FAILED;
        }
    }

    private int runTestnet(TestnetOptions.Ready ready, RunPlan.@Nullable Picture planned, RunFiles written)
            throws InterruptedException {
        if (junit != null && !check) {
            throw wrong("--junit writes what held: name a scenario, or add --check; " + files.getFirst()
                    + " has no [scenario] and expects nothing");
        }
        VirtualOptions asked = virtual;
        if (asked != null) {
            return runVirtually(ready, asked, written);
        }
        return new TerminalRunner(wiring, commandLine())
                .run(new RunPlan(ready.spec(), ready.notes(), duration, planned, written, check), files, outputs());
    }

    /** What is written at the end, and is to be refused at once where that cannot be. */
    private List<RunFiles.OfOthers> ofOthers() {
        List<RunFiles.OfOthers> files = new ArrayList<>();
        if (junit != null) {
            files.add(new RunFiles.OfOthers(junit, "The result of the run"));
        }
        if (picture != null) {
            files.add(new RunFiles.OfOthers(picture.png, "The picture"));
        }
        return files;
    }

    private Outputs outputs() {
        return new Outputs(json, junit, new Recording(record, virtual != null && virtual.recordMessages));
    }

    private int runScenario(Scenario scenario, List<String> notes, RunFiles written) throws InterruptedException {
        if (duration != null || picture != null) {
            throw wrong("A scenario has its own duration and no picture; leave out --duration and --screenshot");
        }
        VirtualOptions inVirtualTime = virtual;
        List<String> allNotes = new ArrayList<>(notes);
        if (inVirtualTime != null) {
            checkRecord(inVirtualTime);
            if (isRefused(VirtualLimits.problem(scenario))) {
                return ExitCodes.FAILED;
            }
            allNotes.addAll(VirtualLimits.notes(scenario.testnet()));
        }
        ScenarioRunner.Plan plan = new ScenarioRunner.Plan(scenario, files, allNotes, inVirtualTime != null, check);
        return new ScenarioRunner(wiring, commandLine(), written).run(plan, outputs());
    }

    private int runVirtually(TestnetOptions.Ready ready, VirtualOptions asked, RunFiles written)
            throws InterruptedException {
        if (picture != null) {
            throw wrong("--screenshot draws a window in real time: it does not go with --virtual");
        }
        checkRecord(asked);
        if (isRefused(VirtualLimits.problem(ready.spec()))) {
            return ExitCodes.FAILED;
        }
        List<String> notes = new ArrayList<>(ready.notes());
        notes.addAll(VirtualLimits.notes(ready.spec()));
        RunPlan plan = new RunPlan(ready.spec(), notes, duration, null, written, check);
        return new VirtualRunner(commandLine()).run(plan, files, outputs());
    }

    private void checkRecord(VirtualOptions asked) {
        if (asked.recordMessages && record == null) {
            throw wrong("--record-messages says what is written into the file of --record; name one");
        }
    }

    /** Whether something stands in the way of the run; that is told then. */
    private boolean isRefused(@Nullable String problem) {
        if (problem != null) {
            err().println(problem);
            err().flush();
        }
        return problem != null;
    }

    private RunPlan.@Nullable Picture plannedPicture() {
        PictureOptions asked = picture;
        if (asked == null) {
            return null;
        }
        Duration end = duration;
        Duration at = asked.at != null ? asked.at : end != null ? end : USUAL_PICTURE_TIME;
        if (end != null && at.compareTo(end) > 0) {
            throw wrong("--at must not be later than --duration: the run is over by then");
        }
        return new RunPlan.Picture(asked.png, at, asked.size, asked.dark);
    }
}

package org.polytorus.simulator.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.run.RunPlan;
import org.polytorus.simulator.app.scenario.TestnetAlone;
import org.polytorus.simulator.app.virtual.VirtualLimits;
import org.polytorus.simulator.testnet.TimeKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the window; where there can be none, runs the testnet in the terminal instead. */
@Command(
        name = OpenCommand.NAME,
        header = "Open the window.",
        description = {
            "",
            "Starts the testnet of the files and shows it in the window. Without a file the window is empty and offers "
                    + "to make a testnet. Where there is no display, the testnet runs in the terminal until Ctrl+C; "
                    + "without a file these are three nodes."
        },
        parameterListHeading = "%nFiles:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  polytorus-testnet open sample-configs/three-nodes.toml",
            "  polytorus-testnet open sample-configs/random-fifty.toml --virtual",
            "  polytorus-testnet open node1.toml node2.toml node3.toml"
        })
final class OpenCommand extends TerminalCommand {
    static final String NAME = "open";

    private final Wiring wiring;

    @Mixin
    private TestnetOptions options = new TestnetOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "One testnet file, or several node files that make one testnet together. Of a scenario, its testnet "
                            + "alone; run does the rest of it.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--virtual",
            description =
                    "Let the testnet of the files live in virtual time: no sockets, and time can be stopped, stepped and "
                            + "made faster.")
    private boolean virtual;

    @Option(names = "--dark", description = "Open the window in its dark theme.")
    private boolean dark;

    OpenCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws InterruptedException {
        TestnetOptions.Ready ready = options.read(files, wiring.loader(), err());
        if (ready == null) {
            return ExitCodes.FAILED;
        }
        if (virtual && files.isEmpty()) {
            throw wrong("--virtual says in which time the testnet of a file lives; name one");
        }
        String problem =
                virtual ? VirtualLimits.problem(ready.spec()) : ready.spec().socketProblem();
        if (problem != null) {
            err().println(problem);
            err().flush();
            return ExitCodes.FAILED;
        }
        TestnetAlone.notes(ready.scenario(), files).forEach(err()::println);
        err().flush();
        Display.Obstacle obstacle = wiring.obstacle().get();
        if (obstacle == null) {
            obstacle = openWindow(ready);
        }
        if (obstacle == null) {
            return ExitCodes.DONE;
        }
        err().println(obstacle.sentence());
        err().flush();
        return switch (obstacle.kind()) {
            case NO_DISPLAY -> runInTerminal(ready);
            case MISSING_LIBRARY -> ExitCodes.FAILED;
        };
    }

    /** Null after the window was open and has been closed. */
    private Display.@Nullable Obstacle openWindow(TestnetOptions.Ready ready) {
        try {
            wiring.window()
                    .open(new WindowLauncher.Opening(
                            files.isEmpty() ? null : ready.spec(),
                            virtual ? TimeKind.VIRTUAL : TimeKind.REAL,
                            files,
                            TestnetAlone.notes(ready.scenario(), files),
                            options.expose,
                            options.dataFolder(),
                            dark));
            return null;
        } catch (RuntimeException failure) {
            Display.Obstacle obstacle = Display.explain(failure);
            if (obstacle == null) {
                throw failure;
            }
            return obstacle;
        }
    }

    private int runInTerminal(TestnetOptions.Ready ready) throws InterruptedException {
        RunPlan plan = new RunPlan(ready.spec(), ready.notes(), null, null);
        return virtual
                ? new VirtualRunner(commandLine()).run(plan, files, Outputs.TERMINAL)
                : new TerminalRunner(wiring, commandLine()).run(plan, files, Outputs.TERMINAL);
    }
}

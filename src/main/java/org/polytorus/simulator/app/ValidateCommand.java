package org.polytorus.simulator.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.testnet.TestnetSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks files without starting anything. */
@Command(
        name = "validate",
        header = "Check testnet files, scenarios and node files.",
        description = {"", "Prints all problems of all files, one a line, and starts nothing."},
        parameterListHeading = "%nFiles:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  polytorus-testnet validate sample-configs/*.toml",
            "  polytorus-testnet validate node1.toml node2.toml node3.toml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:There is no error; there may be notes and warnings",
            "1:There is an error",
            "2:Wrong arguments"
        })
final class ValidateCommand extends TerminalCommand {
    private final Wiring wiring;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Testnet files and scenarios, each for itself, and node files, which make one testnet together.")
    private List<Path> files = new ArrayList<>();

    ValidateCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        List<Loaded> testnets = testnets();
        for (Loaded testnet : testnets) {
            testnet.problems().forEach(problem -> out().println(problem.text()));
        }
        long errors = testnets.stream().mapToLong(Loaded::errors).sum();
        long remarks = testnets.stream()
                        .mapToLong(testnet -> testnet.problems().size())
                        .sum()
                - errors;
        out().println(count(files.size(), "file") + ": " + count(errors, "error") + ", " + count(remarks, "remark")
                + ".");
        testnets.forEach(this::tellIfItCanRun);
        out().flush();
        boolean allCanRun = testnets.stream().allMatch(testnet -> testnet.spec() != null && testnet.errors() == 0);
        return allCanRun ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    /** Testnet files stand for themselves; all node files together make one testnet, where their ports may collide. */
    private List<Loaded> testnets() {
        List<Loaded> testnets = new ArrayList<>();
        List<Path> nodeFiles = new ArrayList<>();
        for (Path file : files) {
            if (wiring.loader().isTestnet(file)) {
                testnets.add(wiring.loader().load(List.of(file), false));
            } else {
                nodeFiles.add(file);
            }
        }
        if (!nodeFiles.isEmpty()) {
            testnets.add(wiring.loader().load(nodeFiles, false));
        }
        return testnets;
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void tellIfItCanRun(Loaded testnet) {
        TestnetSpec spec = testnet.spec();
        if (spec != null && testnet.errors() == 0) {
            Scenario scenario = testnet.scenario();
            String name = scenario == null ? spec.name() : scenario.name();
            out().println("\"" + name + "\" can run: "
                    + count(spec.nodes().size(), "node") + ", "
                    + count(spec.links().size(), "link")
                    + (spec.guests().isEmpty() ? "" : ", " + count(spec.guests().size(), "external node"))
                    + (scenario == null ? "" : ", " + inScenario(scenario)) + ".");
        }
    }

    private static String inScenario(Scenario scenario) {
        return count(scenario.steps().size(), "step") + ", "
                + count(scenario.expectations().size(), "expectation") + ", "
                + scenario.duration().toSeconds() + " s";
    }
}

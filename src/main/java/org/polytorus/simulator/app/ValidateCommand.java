package org.polytorus.simulator.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.polytorus.simulator.testnet.TestnetSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks files without starting anything. */
@Command(
        name = "validate",
        header = "Check testnet and node files.",
        description = {"", "Prints all problems of all files, one a line, and starts nothing."},
        parameterListHeading = "%nFiles:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  polytorus-testnet validate my-testnet.toml",
            "  polytorus-testnet validate node1.toml node2.toml node3.toml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The testnet can be run; there may be notes and warnings",
            "1:There is an error",
            "2:Wrong arguments"
        })
final class ValidateCommand extends TerminalCommand {
    private final Wiring wiring;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "One testnet file, or several node files that make one testnet together.")
    private List<Path> files = new ArrayList<>();

    ValidateCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        Loaded loaded = wiring.loader().load(files, false);
        loaded.problems().forEach(problem -> out().println(problem.text()));
        out().println(conclusion(loaded));
        out().flush();
        return loaded.spec() == null || loaded.errors() > 0 ? ExitCodes.FAILED : ExitCodes.DONE;
    }

    private String conclusion(Loaded loaded) {
        long errors = loaded.errors();
        String found = count(files.size(), "file") + ": " + count(errors, "error") + ", "
                + count(loaded.problems().size() - errors, "note");
        TestnetSpec spec = loaded.spec();
        return spec == null || errors > 0
                ? found + "."
                : found + ". \"" + spec.name() + "\" has " + count(spec.nodes().size(), "node") + " and "
                        + count(spec.links().size(), "link") + ".";
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}

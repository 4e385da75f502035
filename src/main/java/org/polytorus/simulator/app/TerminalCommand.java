package org.polytorus.simulator.app;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command has: its help, and where it writes. */
abstract class TerminalCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    boolean helpAsked;

    final CommandLine commandLine() {
        return Objects.requireNonNull(spec, "picocli has not made this command").commandLine();
    }

    final PrintWriter out() {
        return commandLine().getOut();
    }

    final PrintWriter err() {
        return commandLine().getErr();
    }

    /** An argument that picocli lets pass and that still cannot be; ends the command with exit code 2. */
    final ParameterException wrong(String message) {
        return new ParameterException(commandLine(), message);
    }
}

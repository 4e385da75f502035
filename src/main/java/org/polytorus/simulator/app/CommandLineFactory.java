package org.polytorus.simulator.app;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Builds the command line out of its commands, with one manner of telling errors. */
public final class CommandLineFactory {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineFactory.class);

    private CommandLineFactory() {}

    /** A command line on the given parts; where it writes to can still be set. */
    public static CommandLine create(Wiring wiring) {
        return new CommandLine(new RootCommand())
                .addSubcommand(new OpenCommand(wiring))
                .addSubcommand(new RunCommand(wiring))
                .addSubcommand(new ValidateCommand(wiring))
                .addSubcommand(new DecodeCommand(wiring))
                .addSubcommand(new BenchCommand(wiring))
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, args) -> tellWrongArguments(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> tellFailure(failure, command));
    }

    /** Says what is wrong and what was probably meant; the whole help would push both out of sight. */
    private static int tellWrongArguments(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        if (wrong instanceof UnmatchedArgumentException unmatched
                && command.getParent() == null
                && unmatched.getUnmatched().getFirst().endsWith(".toml")) {
            err.println("To open a file: " + command.getCommandName() + " open "
                    + unmatched.getUnmatched().getFirst());
        }
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Nothing that a user or a file does ends here: what does is a fault of the program, worth its stack trace. */
    private static int tellFailure(Exception failure, CommandLine command) {
        LOG.error("A fault of the program; please report it with this trace", failure);
        command.getErr().println("The program failed: " + failure.getMessage());
        command.getErr().flush();
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}

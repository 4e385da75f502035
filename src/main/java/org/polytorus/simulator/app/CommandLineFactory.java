package org.polytorus.simulator.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Builds the command line out of its commands, with one manner of telling errors. */
public final class CommandLineFactory {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineFactory.class);

    private CommandLineFactory() {}

    /** A command line on the given parts; where it writes to can still be set. */
    public static CommandLine create(Wiring wiring) {
        CommandLine line = new CommandLine(new RootCommand())
                .addSubcommand(new OpenCommand(wiring))
                .addSubcommand(new RunCommand(wiring))
                .addSubcommand(new ValidateCommand(wiring))
                .addSubcommand(new DecodeCommand(wiring))
                .addSubcommand(new StudyCommand())
                .addSubcommand(new BenchCommand(wiring))
                .addSubcommand(new FuzzCommand(wiring))
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, args) -> tellWrongArguments(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> tellFailure(failure, command));
        Path samples = Samples.folder();
        if (samples.isAbsolute()) {
            tellWhereSamplesAre(line, samples);
            line.getSubcommands().values().forEach(command -> tellWhereSamplesAre(command, samples));
        }
        return line;
    }

    /** The examples of the help are about samples that come with the program, not with the current folder. */
    private static void tellWhereSamplesAre(CommandLine command, Path samples) {
        UsageMessageSpec help = command.getCommandSpec().usageMessage();
        List<String> footer = new ArrayList<>(List.of(help.footer()));
        if (footer.stream().anyMatch(text -> text.contains(Samples.NAME))) {
            footer.addAll(List.of("", "The folder " + Samples.NAME + " is here:", "  " + text(samples)));
            help.footer(footer.toArray(String[]::new));
        }
    }

    /** A line of the help is a format, in which a percent sign stands for itself only twice. */
    private static String text(Path path) {
        return path.toString().replace("%", "%%");
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

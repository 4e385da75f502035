package org.polytorus.simulator.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program without a command: opens the empty window. */
@Command(
        name = "polytorus-testnet",
        versionProvider = VersionText.class,
        synopsisSubcommandLabel = "[COMMAND]",
        header = "Starts real PolyTorus nodes on loopback ports, draws them live, and breaks their network on purpose.",
        description = {"", "Without a command it opens the window."},
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  polytorus-testnet",
            "  polytorus-testnet open sample-configs/three-nodes.toml",
            "  polytorus-testnet run sample-configs/three-nodes.toml --duration 30s --json",
            "",
            "Help on a command: polytorus-testnet COMMAND --help"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:Done", "1:Something did not work; standard error says what", "2:Wrong arguments"})
final class RootCommand extends TerminalCommand {
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and end.")
    boolean versionAsked;

    @Override
    public Integer call() {
        return commandLine().execute(OpenCommand.NAME);
    }
}

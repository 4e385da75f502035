package org.polytorus.simulator.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.polytorus.simulator.testnet.TestnetSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how fast the program is on this machine. */
@Command(
        name = "bench",
        header = "Measure codec, network, link, nodes and simulation.",
        description = {
            "",
            "Prints figures of this machine: codec (messages encoded and decoded per second), network (messages per "
                    + "second from node to node over real sockets), link (what is asked of a link and what it does, and "
                    + "what it costs), nodes (time and memory until 10, 50 and 200 are "
                    + "connected) and sim (time and memory while blocks travel among 1,000 nodes in virtual time, or as many "
                    + "as you like). Without a name it measures everything."
        },
        parameterListHeading = "%nMeasurements:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  polytorus-testnet bench",
            "  polytorus-testnet bench codec --seconds 10",
            "  polytorus-testnet bench sim --nodes 1000,10000,100000 --blocks 10"
        })
final class BenchCommand extends TerminalCommand {
    private static final int MAX_SECONDS = 600;
    /** A little more than each has neighbours. */
    private static final int MIN_SIMULATED = 10;

    private static final int MAX_BLOCKS = 10_000;

    private final Wiring wiring;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "codec, network, link, nodes or sim.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How long codec takes, and each line of network and link, usually ${DEFAULT-VALUE}.")
    private int seconds = 5;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            split = ",",
            defaultValue = "1000",
            description = "How many nodes sim simulates, usually ${DEFAULT-VALUE}; several numbers, several testnets.")
    private List<Integer> nodes = List.of(1_000);

    @Option(
            names = "--blocks",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many blocks travel in each of them, usually ${DEFAULT-VALUE}.")
    private int blocks = 20;

    BenchCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw wrong("--seconds is between 1 and " + MAX_SECONDS + "; found " + seconds);
        }
        for (int wished : nodes) {
            if (wished < MIN_SIMULATED || wished > TestnetSpec.MAX_VIRTUAL_NODES) {
                throw wrong("--nodes is between " + MIN_SIMULATED + " and " + TestnetSpec.MAX_VIRTUAL_NODES + "; found "
                        + wished);
            }
        }
        if (blocks < 1 || blocks > MAX_BLOCKS) {
            throw wrong("--blocks is between 1 and " + MAX_BLOCKS + "; found " + blocks);
        }
        List<String> known = wiring.benchmarks().stream().map(Benchmark::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw wrong("There is no measurement \"" + name + "\", only " + String.join(", ", known));
            }
        }
        Benchmark.Effort effort = new Benchmark.Effort(Duration.ofSeconds(seconds), nodes, blocks);
        for (Benchmark benchmark : wiring.benchmarks()) {
            if (names.isEmpty() || names.contains(benchmark.name())) {
                out().println(benchmark.name() + ": " + benchmark.about());
                benchmark.measurement().run(effort, out());
                out().flush();
            }
        }
        return ExitCodes.DONE;
    }
}

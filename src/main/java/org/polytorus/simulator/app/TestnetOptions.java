package org.polytorus.simulator.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.scenario.Scenario;
import org.polytorus.simulator.testnet.TestnetSpec;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of every command that starts a testnet, and how they and the files become one. */
final class TestnetOptions {
    @Option(
            names = "--expose",
            description = "Listen on the addresses that the files name. Without it, an address such as 0.0.0.0 is "
                    + "narrowed to 127.0.0.1, so that nobody else can reach the nodes.")
    boolean expose;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Draw node ids and everything else random from this number instead of the file's.")
    @Nullable
    Long seed;

    @ArgGroup
    private Keeping keeping = new Keeping();

    /** Where nodes with a data_dir keep their chains. */
    static final class Keeping {
        @Option(
                names = "--data-dir",
                paramLabel = "DIR",
                description = "Where the relative data_dir of a file lies, instead of the user's own folder for data.")
        @Nullable
        Path dataDir;

        @Option(names = "--in-memory", description = "Keep nothing on disk, whatever the files say.")
        boolean inMemory;
    }

    /** The folder under which nodes keep their chains, or null if they are to keep nothing. */
    @Nullable
    Path dataFolder() {
        if (keeping.inMemory) {
            return null;
        }
        Path asked = keeping.dataDir;
        return asked == null ? DataFolder.usual() : asked.toAbsolutePath();
    }

    /**
     * A testnet that can start.
     *
     * @param scenario what is to be done to it, or null
     * @param notes what was found in the files and does not prevent it
     */
    record Ready(TestnetSpec spec, @Nullable Scenario scenario, List<String> notes) {
        Ready {
            notes = List.copyOf(notes);
        }
    }

    /** Reads the files and tells every problem in them; null if one is an error. Without files: the default testnet. */
    @Nullable
    Ready read(List<Path> files, TestnetLoader loader, PrintWriter err) {
        if (files.isEmpty()) {
            return new Ready(settled(DefaultTestnet.spec()), null, List.of());
        }
        Loaded loaded = loader.load(files, expose);
        loaded.problems().forEach(problem -> err.println(problem.text()));
        err.flush();
        TestnetSpec spec = loaded.spec();
        if (spec == null || loaded.errors() > 0) {
            return null;
        }
        TestnetSpec settled = settled(spec);
        Scenario scenario = loaded.scenario();
        return new Ready(
                settled,
                scenario == null ? null : scenario.on(settled),
                loaded.problems().stream().map(Loaded.Problem::text).toList());
    }

    private TestnetSpec settled(TestnetSpec spec) {
        Long asked = seed;
        TestnetSpec kept = spec.keptUnder(dataFolder());
        return asked == null
                ? kept
                : new TestnetSpec(kept.name(), asked, kept.nodes(), kept.links(), kept.guests(), kept.groups());
    }
}

package org.polytorus.simulator.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.TestnetSpec;
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

    /**
     * A testnet that can start.
     *
     * @param notes what was found in the files and does not prevent it
     */
    record Ready(TestnetSpec spec, List<String> notes) {
        Ready {
            notes = List.copyOf(notes);
        }
    }

    /** Reads the files and tells every problem in them; null if one is an error. Without files: the default testnet. */
    @Nullable
    Ready read(List<Path> files, TestnetLoader loader, PrintWriter err) {
        if (files.isEmpty()) {
            return new Ready(seeded(DefaultTestnet.spec()), List.of());
        }
        Loaded loaded = loader.load(files, expose);
        loaded.problems().forEach(problem -> err.println(problem.text()));
        err.flush();
        TestnetSpec spec = loaded.spec();
        if (spec == null || loaded.errors() > 0) {
            return null;
        }
        return new Ready(
                seeded(spec),
                loaded.problems().stream().map(Loaded.Problem::text).toList());
    }

    private TestnetSpec seeded(TestnetSpec spec) {
        Long asked = seed;
        return asked == null ? spec : new TestnetSpec(spec.name(), asked, spec.nodes(), spec.links(), spec.guests());
    }
}

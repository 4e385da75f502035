package org.polytorus.simulator.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.virtual.VirtualLimits;
import org.polytorus.simulator.testnet.TestnetSpec;
import picocli.CommandLine.Option;

/** The options of a run in virtual time; the others need the first. */
final class VirtualOptions {
    @Option(
            names = "--virtual",
            required = true,
            description = "Run in virtual time, as fast as it goes: no sockets, and the same seed gives the same run.")
    boolean virtual;

    @Option(
            names = "--record-messages",
            description = "Write every message that arrives into the file of --record, too.")
    boolean recordMessages;

    /** Why this testnet cannot run in virtual time, or null. */
    static @Nullable String problem(TestnetSpec spec) {
        return VirtualLimits.problem(spec);
    }

    /** What of this testnet is passed over in virtual time. */
    static List<String> notes(TestnetSpec spec) {
        return VirtualLimits.notes(spec);
    }
}

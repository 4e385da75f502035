package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.Testnet;

/** The summary of a testnet after it has come to rest. */
public final class RestingSummary {

    private RestingSummary() {}

    /** Ends mining and traffic, waits until the counters stand still, not for ever, and reads them. */
    public static RunSummary of(
            Testnet testnet,
            long seed,
            Duration ran,
            long events,
            List<String> notes,
            @Nullable Judged scenario,
            @Nullable CheckSummary checks) {
        return of(WindDown.of(testnet), seed, ran, events, notes, scenario, checks);
    }

    /** The same in virtual time. */
    public static RunSummary of(
            Simulation simulation,
            long seed,
            Duration ran,
            long events,
            List<String> notes,
            @Nullable Judged scenario,
            @Nullable CheckSummary checks) {
        return of(WindDown.of(simulation), seed, ran, events, notes, scenario, checks);
    }

    private static RunSummary of(
            WindDown.Rest rest,
            long seed,
            Duration ran,
            long events,
            List<String> notes,
            @Nullable Judged scenario,
            @Nullable CheckSummary checks) {
        return Summaries.of(
                rest.snapshot(), seed, ran, rest.quiet(), rest.ends(), events, notes, null, scenario, checks);
    }
}

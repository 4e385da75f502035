package org.polytorus.simulator.app.run;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.Testnet;

/** The summary of a testnet after it has come to rest. */
public final class RestingSummary {

    private RestingSummary() {}

    /** Ends mining and traffic, waits until the counters stand still, not for ever, and reads them. */
    public static RunSummary of(
            Testnet testnet, long seed, Duration ran, long events, List<String> notes, @Nullable Judged scenario) {
        WindDown.Rest rest = WindDown.of(testnet);
        return Summaries.of(rest.snapshot(), seed, ran, rest.quiet(), rest.ends(), events, notes, null, scenario);
    }
}

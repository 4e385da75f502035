package org.polytorus.simulator.invariant;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/** Nodes find together again by themselves when nothing stands in their way. */
public final class WholeAgain implements TestnetInvariant {
    /** Longer than an address that failed all through a partition of half an hour waits for its next try. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private Calm calm = new Calm();

    @Override
    public String name() {
        return "whole again";
    }

    @Override
    public String sentence() {
        return "nodes that described links could join are one group " + PATIENCE.toSeconds()
                + " s after the last fault at the latest";
    }

    @Override
    public @Nullable String broken(TestnetSnapshot now) {
        long since = calm.since(now);
        boolean isTooEarly = since == Calm.NEVER || now.epochNanos() - since < PATIENCE.toNanos();
        if (isTooEarly || now.components().size() <= 1 || !Calm.couldBeWhole(now)) {
            return null;
        }
        return "there are " + now.components().size() + " groups: " + now.components();
    }

    @Override
    public void excuse() {
        calm = new Calm();
    }
}

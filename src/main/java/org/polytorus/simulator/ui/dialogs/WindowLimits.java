package org.polytorus.simulator.ui.dialogs;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.TestnetSpec;

/** How much the window can draw. */
public final class WindowLimits {
    /** More nodes are neither drawn nor told apart in time; without a window many more run. */
    public static final int MAX_NODES = 2_000;

    public static final int MAX_LINKS = 20_000;

    private WindowLimits() {}

    /** Why this testnet is too large for the window, in a sentence for people, or null if it is not. */
    public static @Nullable String problem(TestnetSpec spec) {
        if (spec.nodes().size() <= MAX_NODES && spec.links().size() <= MAX_LINKS) {
            return null;
        }
        return String.format(
                Locale.ROOT,
                "%s has %,d nodes and %,d links; the window draws at most %,d and %,d in time. Run it without a window"
                        + " (run FILE --virtual), or make it smaller.",
                spec.name(),
                spec.nodes().size(),
                spec.links().size(),
                MAX_NODES,
                MAX_LINKS);
    }
}

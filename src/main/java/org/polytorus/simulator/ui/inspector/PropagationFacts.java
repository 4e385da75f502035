package org.polytorus.simulator.ui.inspector;

import java.util.Locale;
import javafx.scene.control.Label;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Facts;

/** What the summary tells of how fast blocks travel. */
final class PropagationFacts {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Label propagation;

    PropagationFacts(Facts facts) {
        propagation = facts.row("Blocks take", "summaryPropagation");
    }

    void update(TestnetSnapshot snapshot) {
        propagation.setText(text(snapshot.propagation()));
    }

    private static String text(PropagationSnapshot seen) {
        return seen.arrivals() == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "50 %%: %.0f ms, 90 %%: %.0f ms",
                        seen.p50Nanos() / NANOS_PER_MILLI,
                        seen.p90Nanos() / NANOS_PER_MILLI);
    }
}

package org.polytorus.simulator.ui.inspector;

import java.util.Locale;
import javafx.scene.control.Label;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Facts;

/** What the summary tells of how fast blocks travel. */
final class PropagationFacts {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final Label propagation;

    PropagationFacts(Facts facts) {
        propagation = facts.row("Blocks take", "summaryPropagation");
    }

    void update(TestnetSnapshot snapshot) {
        propagation.setText(text(snapshot.propagation()));
    }

    /** Short enough that two of them stand in a line. */
    private static String span(long nanos) {
        double millis = nanos / NANOS_PER_MILLI;
        return millis < 999.5
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / MILLIS_PER_SECOND);
    }

    private static String text(PropagationSnapshot seen) {
        return seen.arrivals() == 0
                ? "–"
                : String.format(Locale.ROOT, "50 %%: %s, 90 %%: %s", span(seen.p50Nanos()), span(seen.p90Nanos()));
    }
}

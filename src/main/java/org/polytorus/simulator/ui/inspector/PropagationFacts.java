package org.polytorus.simulator.ui.inspector;

import java.util.Locale;
import javafx.scene.control.Label;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.Quantities;

/** What the summary tells of how fast blocks travel. */
final class PropagationFacts {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Label propagation;

    PropagationFacts(Facts facts) {
        propagation = facts.row("Blocks take", "summaryPropagation");
    }

    void update(TestnetSnapshot snapshot) {
        propagation.setText(text(snapshot.propagation()));
    }

    /** Short enough that two of them stand in a line. */
    private static String span(long nanos) {
        double seconds = nanos / NANOS_PER_SECOND;
        return seconds < 0.9995 ? Quantities.millis(nanos) : String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static String text(PropagationSnapshot seen) {
        return seen.arrivals() == 0
                ? "–"
                : String.format(Locale.ROOT, "50 %%: %s, 90 %%: %s", span(seen.p50Nanos()), span(seen.p90Nanos()));
    }
}

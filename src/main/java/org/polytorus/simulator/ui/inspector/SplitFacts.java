package org.polytorus.simulator.ui.inspector;

import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.Quantities;

/** What the summary tells of partitions in force, and of how fast blocks travel. */
final class SplitFacts {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Label split;
    private final Label propagation;

    SplitFacts(Facts facts) {
        split = facts.row("Split into", "summarySplit");
        propagation = facts.row("Blocks take", "summaryPropagation");
    }

    void update(TestnetSnapshot snapshot) {
        split.setText(
                snapshot.partitions().isEmpty()
                        ? "–"
                        : snapshot.partitions().stream().map(SplitFacts::text).collect(Collectors.joining("; ")));
        propagation.setText(text(snapshot.propagation()));
    }

    private static String text(PartitionSnapshot seen) {
        return seen.partition().text() + ", " + Quantities.plural(seen.cut().size(), "link") + " cut";
    }

    private static String text(PropagationSnapshot seen) {
        return seen.arrivals() == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.0f ms to half of the nodes, %.0f ms to 90 %%",
                        seen.p50Nanos() / NANOS_PER_MILLI,
                        seen.p90Nanos() / NANOS_PER_MILLI);
    }
}

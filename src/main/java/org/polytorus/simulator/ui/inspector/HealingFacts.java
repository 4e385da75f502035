package org.polytorus.simulator.ui.inspector;

import java.util.Locale;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.Healing;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.Quantities;

/** What the summary tells of partitions: how many nodes suspect one, and how the last one healed. */
final class HealingFacts {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Label suspicious;
    private final Label healing;

    HealingFacts(Facts facts) {
        suspicious = facts.row("Suspect a cut", "summarySuspicious");
        healing = facts.row("Last healing", "summaryHealing");
    }

    void update(TestnetSnapshot snapshot) {
        long count = snapshot.nodes().stream()
                .filter(node -> node.suspicion() != null)
                .count();
        suspicious.setText(Quantities.plural(count, "node"));
        healing.setText(text(snapshot.healing(), snapshot.epochNanos()));
    }

    private static String text(@Nullable Healing healing, long nowNanos) {
        if (healing == null) {
            return "–";
        }
        return healing.oneTipNanos() < 0
                ? "not yet one tip, after " + Quantities.span(nowNanos - healing.healedNanos())
                : String.format(
                        Locale.ROOT,
                        "one tip after %.1f s (%s)",
                        (healing.oneTipNanos() - healing.healedNanos()) / NANOS_PER_SECOND,
                        Quantities.timeOfDay(healing.healedNanos()));
    }
}

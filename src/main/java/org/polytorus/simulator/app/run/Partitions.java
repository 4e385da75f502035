package org.polytorus.simulator.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.app.run.RunSummary.Healed;
import org.polytorus.simulator.app.run.RunSummary.Suspected;
import org.polytorus.simulator.model.Suspicion;
import org.polytorus.simulator.testnet.Healing;

/** The parts of the summary that tell of cuts: who suspects one, and how the last one healed. */
final class Partitions {
    private static final double NANOS_PER_SECOND = 1e9;

    private Partitions() {}

    static @Nullable Suspected suspected(@Nullable Suspicion suspicion, long nowNanos) {
        return suspicion == null
                ? null
                : new Suspected(seconds(nowNanos - suspicion.sinceNanos()), suspicion.evidence());
    }

    static @Nullable Healed healed(@Nullable Healing healing, long nowNanos) {
        if (healing == null) {
            return null;
        }
        Double toOneTip = healing.oneTipNanos() < 0
                ? null
                : Double.valueOf(seconds(healing.oneTipNanos() - healing.healedNanos()));
        return new Healed(seconds(nowNanos - healing.healedNanos()), toOneTip);
    }

    /** Nothing where nothing was cut. */
    static List<String> lines(RunSummary summary) {
        List<String> lines = new ArrayList<>();
        for (RunSummary.Node node : summary.nodes()) {
            Suspected suspicion = node.suspicion();
            if (suspicion != null) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s may be cut off, for %.0f s: %s",
                        node.name(),
                        suspicion.seconds(),
                        String.join("; ", suspicion.evidence())));
            }
        }
        Healed healing = summary.healing();
        if (healing != null) {
            lines.add(healing(healing));
        }
        return lines;
    }

    private static String healing(Healed healing) {
        Double toOneTip = healing.secondsToOneTip();
        return toOneTip == null
                ? String.format(
                        Locale.ROOT,
                        "Healing: whole again for %.1f s, and not yet on one tip",
                        healing.secondsSinceWhole())
                : String.format(Locale.ROOT, "Healing: one tip %.1f s after the network was whole again", toOneTip);
    }

    private static double seconds(long nanos) {
        return Math.max(0, nanos) / NANOS_PER_SECOND;
    }
}

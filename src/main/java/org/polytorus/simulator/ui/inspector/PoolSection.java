package org.polytorus.simulator.ui.inspector;

import java.util.List;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.FailedDial;
import org.polytorus.simulator.testnet.NodeSnapshot.PendingDial;
import org.polytorus.simulator.ui.controls.FoldingSection;
import org.polytorus.simulator.ui.controls.LineList;
import org.polytorus.simulator.ui.controls.Quantities;

/** The addresses that are being dialled, and those that did not work, with reason and next try. */
final class PoolSection extends FoldingSection {
    private static final int MOST_LINES = 8;

    private final LineList pending = new LineList(MOST_LINES, "No address is being dialled.");
    private final LineList failed = new LineList(MOST_LINES, "No address has failed.");

    PoolSection() {
        super("poolFold", "Connection pool", false);
        pending.setId("pendingDials");
        failed.setId("failedDials");
        setContent(name("Pending"), pending, name("Failed"), failed);
    }

    void update(NodeSnapshot node, long nowNanos) {
        List<PendingDial> dials = node.pending();
        List<FailedDial> failures = node.failed();
        summarise(Quantities.exact(dials.size()) + " pending, " + Quantities.exact(failures.size()) + " failed");
        pending.show(dials.stream().map(dial -> text(dial, nowNanos)).toList());
        failed.show(failures.stream().map(dial -> text(dial, nowNanos)).toList());
    }

    private static String text(PendingDial dial, long nowNanos) {
        return "%s: try %d, for %s"
                .formatted(
                        address(dial.remote(), dial.name()),
                        dial.attempt(),
                        Quantities.span(nowNanos - dial.sinceNanos()));
    }

    private static String text(FailedDial dial, long nowNanos) {
        return "%s: %s, %s; %s"
                .formatted(
                        address(dial.remote(), dial.name()),
                        dial.reason(),
                        Quantities.plural(dial.failures(), "failure"),
                        next(dial.nextTryNanos(), nowNanos));
    }

    private static String next(long dueNanos, long nowNanos) {
        if (dueNanos == Long.MAX_VALUE) {
            return "not tried again";
        }
        long wait = dueNanos - nowNanos;
        return wait <= 0 ? "next try is due" : "next try in " + Quantities.span(wait);
    }

    private static String address(Endpoint remote, @Nullable NodeName name) {
        return name == null ? remote.toString() : name + " (" + remote + ")";
    }

    private static Label name(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("fact-name");
        return label;
    }
}

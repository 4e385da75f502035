package org.polytorus.simulator.ui.inspector;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.Quantities;

/** What was measured of one direction. */
final class MeasuredBlock extends HBox {
    private static final int PERCENT = 100;

    private final Facts left = new Facts();
    private final Facts right = new Facts();
    private final Label delay;
    private final Label roundTrip;
    private final Label messages;
    private final Label bytes;
    private final Label delivered;
    private final Label discarded;
    private final Label lost;
    private final Label queued;

    MeasuredBlock(Direction direction) {
        String suffix = direction == Direction.A_TO_B ? "AtoB" : "BtoA";
        getStyleClass().add("measured-block");
        delay = left.row("One way", "measuredDelay" + suffix);
        roundTrip = left.row("Round trip", "measuredRoundTrip" + suffix);
        messages = left.row("Messages", "messages" + suffix);
        bytes = left.row("Bytes", "bytes" + suffix);
        delivered = right.row("Delivered", "delivered" + suffix);
        discarded = right.row("Discarded", "discarded" + suffix);
        lost = right.row("Lost lately", "lost" + suffix);
        queued = right.row("On the way", "queued" + suffix);
        for (Facts column : new Facts[] {left, right}) {
            column.setMinWidth(0);
            column.setPrefWidth(0);
            HBox.setHgrow(column, Priority.ALWAYS);
        }
        getChildren().addAll(left, right);
    }

    void show(DirectionSnapshot side) {
        delay.setText(Quantities.millis(side.delayNanos()));
        roundTrip.setText(Quantities.millis(side.roundTripNanos()));
        messages.setText(Quantities.exact(side.messages()));
        bytes.setText(Quantities.bytes((double) side.bytes()));
        delivered.setText(Quantities.exact(side.delivered()));
        discarded.setText(Quantities.exact(side.discarded()));
        lost.setText(share(side));
        queued.setText(Quantities.exact(side.queued()));
    }

    /** Of the messages since the conditions were last changed. */
    private static String share(DirectionSnapshot side) {
        long messages = side.fidelity().messages();
        return messages == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.1f %%",
                        side.fidelity().share(side.fidelity().lost()) * PERCENT);
    }
}

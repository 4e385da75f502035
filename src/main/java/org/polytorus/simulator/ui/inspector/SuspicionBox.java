package org.polytorus.simulator.ui.inspector;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Suspicion;
import org.polytorus.simulator.ui.controls.Quantities;

/** Says that a node thinks that it is cut off, for how long and why; takes no room while it does not. */
final class SuspicionBox extends VBox {
    private final StateLabel title = new StateLabel("nodeSuspicion");
    private final Label evidence = new Label();

    SuspicionBox() {
        evidence.setId("nodeEvidence");
        evidence.setWrapText(true);
        evidence.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, evidence);
        update(null, 0);
    }

    void update(@Nullable Suspicion suspicion, long nowNanos) {
        setVisible(suspicion != null);
        setManaged(suspicion != null);
        if (suspicion != null) {
            title.show(Words.ofSuspicion("May be cut off, for " + Quantities.span(nowNanos - suspicion.sinceNanos())));
            evidence.setText(suspicion.evidence().stream()
                    .map(sign -> "• " + Character.toUpperCase(sign.charAt(0)) + sign.substring(1) + ".")
                    .collect(Collectors.joining("\n")));
        }
    }
}

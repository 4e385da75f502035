package org.polytorus.simulator.ui.inspector;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.ui.controls.MessageLabel;

/** One partition in force: what there is to say of it, and the button that heals it. */
final class PartitionRow extends VBox {
    private final Label text = new Label();

    /** @param id of the text; that of the button ends in {@code Heal} */
    PartitionRow(String id, String partition, Commands commands, MessageLabel refusal) {
        Label name = new Label(partition);
        name.getStyleClass().add("partition-name");
        name.setWrapText(true);
        name.setMinWidth(0);
        name.setMinHeight(USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        CommandButton heal = new CommandButton(
                id + "Heal",
                "Heal",
                Feather.LINK,
                "End the partition " + partition + ": each link is again as it was asked to be",
                commands,
                () -> new TestnetCommand.Heal(partition),
                refusal);
        HBox line = new HBox(8, name, heal);
        line.setAlignment(Pos.CENTER_LEFT);
        text.setId(id);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("muted");
        getStyleClass().add("partition-row");
        getChildren().addAll(line, text);
    }

    void say(String said) {
        text.setText(said);
    }
}

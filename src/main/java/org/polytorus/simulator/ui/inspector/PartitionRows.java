package org.polytorus.simulator.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.layout.VBox;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.ui.controls.MessageLabel;

/** Partitions, one below the other. The rows stay while the partitions do, so that a button does not vanish under a click. */
final class PartitionRows extends VBox {
    private final String id;
    private final Commands commands;
    private final MessageLabel refusal;
    private List<String> shown = List.of();
    private List<PartitionRow> rows = List.of();

    PartitionRows(String id, Commands commands) {
        this.id = id;
        this.commands = commands;
        refusal = new MessageLabel(id + "Refusal");
        getStyleClass().add("partition-rows");
        getChildren().add(refusal);
    }

    /** Shows these, and of each what {@code text} says. */
    void update(List<PartitionSnapshot> partitions, Function<PartitionSnapshot, String> text) {
        List<String> names =
                partitions.stream().map(one -> one.partition().name()).toList();
        if (!names.equals(shown)) {
            shown = names;
            rows = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                rows.add(new PartitionRow(id + i, names.get(i), commands, refusal));
            }
            getChildren().setAll(rows);
            getChildren().add(refusal);
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).say(text.apply(partitions.get(i)));
        }
    }
}

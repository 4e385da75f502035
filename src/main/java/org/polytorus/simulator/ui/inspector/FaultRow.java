package org.polytorus.simulator.ui.inspector;

import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.NumberField;

/** One fault: what is asked as a field, and what came of it at the end of the row. */
final class FaultRow extends VBox {
    private static final int COLUMNS = 4;
    static final double NAME_WIDTH = 84;

    private final NumberField field;
    private final Label measured = new Label();

    /**
     * @param name what the row is called
     * @param id of the field; that of the measured label has "measured" before it
     */
    FaultRow(String name, String id, NumberField.Range range, DoubleConsumer onCommit) {
        field = new NumberField(range, range.min());
        field.setId(id);
        field.setPrefColumnCount(COLUMNS);
        field.setMinWidth(USE_PREF_SIZE);
        field.setOnCommit(onCommit);
        Label label = new Label(name);
        label.setLabelFor(field);
        label.getStyleClass().add("control-name");
        label.setMinWidth(NAME_WIDTH);
        label.setPrefWidth(NAME_WIDTH);
        Label unit = new Label(range.unit().strip());
        unit.setMinWidth(USE_PREF_SIZE);
        unit.getStyleClass().add("unit");
        measured.setId("measured" + id);
        measured.getStyleClass().add("muted");
        measured.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, label, field, unit, space, measured);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, new MessageLabel("problem" + id).follow(field.problemProperty()));
    }

    /** Shows what is in force and what came of it; {@code result} may be empty. */
    void show(double asked, String result) {
        field.setNumber(asked);
        measured.setText(result);
    }
}

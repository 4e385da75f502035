package org.polytorus.simulator.ui.inspector;

import java.time.Duration;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.NumberField;

/** The conditions of one direction: what is asked, as controls that follow what is in force. */
final class DirectionBlock extends VBox {
    private static final double SLIDER_MAX_MILLIS = 2_000;
    private static final double KEY_STEP_MILLIS = 10;
    private static final double MICROS_PER_MILLI = 1_000;
    private static final int PERCENT = 100;

    private final Slider latency = new Slider(0, SLIDER_MAX_MILLIS, 0);
    private final NumberField latencyField = new NumberField(
            new NumberField.Range(
                    "The latency", " ms", 0, (double) LinkConditions.MAX_LATENCY.toMillis(), 3, KEY_STEP_MILLIS),
            0);
    private final NumberField lossField = new NumberField(new NumberField.Range("The loss", " %", 0, PERCENT, 1, 1), 0);
    private final CheckBox blackHole = new CheckBox("Black hole");
    private final UnaryChange onChange;
    private boolean following;

    /** Takes a change of the conditions that the user made. */
    interface UnaryChange {
        void accept(UnaryOperator<LinkConditions> change);
    }

    DirectionBlock(Direction direction, UnaryChange onChange) {
        this.onChange = onChange;
        String suffix = direction == Direction.A_TO_B ? "AtoB" : "BtoA";
        getStyleClass().add("direction-block");
        latency.setId("latencySlider" + suffix);
        latencyField.setId("latencyField" + suffix);
        lossField.setId("lossField" + suffix);
        blackHole.setId("blackHole" + suffix);
        latency.setBlockIncrement(KEY_STEP_MILLIS);
        latency.setAccessibleText("Latency in milliseconds, 0 to 2,000");
        latencyField.setAccessibleText("Latency in milliseconds, up to 60,000");
        lossField.setAccessibleText("Loss in percent of messages");
        latencyField.setTooltip(new Tooltip("0 to 60,000 ms; Enter applies it, arrow keys step by 10 ms"));
        lossField.setTooltip(new Tooltip("Percent of whole messages that are discarded: a stream cannot lose bytes"));
        blackHole.setTooltip(new Tooltip("Everything sent this way is swallowed silently; the connection stays up"));
        latencyField.setPrefColumnCount(5);
        lossField.setPrefColumnCount(3);
        latencyField.setMinWidth(USE_PREF_SIZE);
        lossField.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        row("Latency", latency, latencyField, "ms"),
                        new MessageLabel("latencyProblem" + suffix).follow(latencyField.problemProperty()),
                        lossRow(),
                        new MessageLabel("lossProblem" + suffix).follow(lossField.problemProperty()));
        listen();
    }

    /** Shows what is in force; what the user holds at this moment is left alone. */
    void follow(LinkConditions conditions) {
        following = true;
        double millis = conditions.latency().toNanos() / 1e6;
        if (!latency.isValueChanging()) {
            latency.setValue(Math.min(millis, SLIDER_MAX_MILLIS));
        }
        latencyField.setNumber(millis);
        lossField.setNumber(conditions.loss() * PERCENT);
        blackHole.setSelected(conditions.blackHole());
        following = false;
    }

    private void listen() {
        latency.valueProperty().addListener((property, before, now) -> {
            if (!following) {
                double millis = Math.rint(now.doubleValue());
                latencyField.setNumber(millis);
                changeLatency(millis);
            }
        });
        latencyField.setOnCommit(this::changeLatency);
        lossField.setOnCommit(percent -> onChange.accept(conditions -> conditions.withLoss(percent / PERCENT)));
        blackHole.setOnAction(event -> {
            boolean selected = blackHole.isSelected();
            onChange.accept(conditions -> conditions.withBlackHole(selected));
        });
    }

    private void changeLatency(double millis) {
        Duration wished = Duration.ofNanos(Math.round(millis * MICROS_PER_MILLI) * 1_000);
        onChange.accept(conditions -> conditions.withLatency(wished));
    }

    private static HBox row(String name, Slider slider, NumberField field, String unit) {
        Label label = new Label(name);
        label.setLabelFor(slider);
        label.getStyleClass().add("control-name");
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(8, label, slider, field, unit(unit));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox lossRow() {
        Label label = new Label("Loss");
        label.setLabelFor(lossField);
        label.getStyleClass().add("control-name");
        HBox hole = new HBox(blackHole);
        hole.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(hole, Priority.ALWAYS);
        HBox row = new HBox(8, label, lossField, unit("%"), hole);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label unit(String text) {
        Label unit = new Label(text);
        unit.setMinWidth(USE_PREF_SIZE);
        unit.getStyleClass().add("unit");
        return unit;
    }
}

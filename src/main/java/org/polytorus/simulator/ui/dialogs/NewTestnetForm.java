package org.polytorus.simulator.ui.dialogs;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.TimeKind;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.NumberField;
import org.polytorus.simulator.ui.controls.Quantities;

/** The fields of the dialog "New testnet" and what is wrong with them, told while the user writes. */
final class NewTestnetForm extends VBox {
    private static final int FIRST_NODES = 8;
    private static final int FIRST_DEGREE = 4;
    private static final int MAX_NAME_LENGTH = 64;
    private static final double MAX_SEED = 999_999_999_999.0;
    private static final String NO_DEGREE = "Links per node";

    private final Function<NewTestnet, String> problemOf;
    private final TextField name = new TextField("My testnet");
    private final ComboBox<Shape> shape = new ComboBox<>();
    private final NumberField nodes = whole("The number of nodes", 1, WindowLimits.MAX_NODES, FIRST_NODES);
    private final NumberField degree = whole("This number", 1, WindowLimits.MAX_NODES - 1.0, FIRST_DEGREE);
    private final NumberField seed = whole("The seed", 0, MAX_SEED, 1);
    private final RadioButton real = new RadioButton("_Real time, on sockets");
    private final RadioButton virtual = new RadioButton("_Virtual time");
    private final StringBinding problem;

    /** {@code problemOf} says why a testnet cannot be had although its numbers are in range, or nothing. */
    NewTestnetForm(List<Shape> shapes, Function<NewTestnet, String> problemOf) {
        this.problemOf = problemOf;
        getStyleClass().add("dialog-form");
        name.setId("newName");
        shape.setId("newShape");
        nodes.setId("newNodes");
        degree.setId("newDegree");
        seed.setId("newSeed");
        shape.getItems().setAll(shapes);
        shape.setVisibleRowCount(shapes.size());
        shape.setValue(shapes.getFirst());
        shape.setMaxWidth(Double.MAX_VALUE);
        degree.disableProperty().bind(shape.valueProperty().map(chosen -> !chosen.needsDegree()));
        Label degreeName = new Label();
        degreeName
                .textProperty()
                .bind(shape.valueProperty().map(chosen -> chosen.needsDegree() ? chosen.degreeName() : NO_DEGREE));
        Facts fields = new Facts();
        fields.getStyleClass().add("form");
        fields.row("Name", name);
        fields.row("Shape", shape);
        fields.row("Nodes", nodes);
        fields.row(degreeName, degree);
        fields.row("Seed", seed);
        fields.row("Time", times());
        problem = Bindings.createStringBinding(
                this::findProblem,
                name.textProperty(),
                shape.valueProperty(),
                nodes.textProperty(),
                nodes.problemProperty(),
                degree.textProperty(),
                degree.problemProperty(),
                seed.textProperty(),
                seed.problemProperty(),
                virtual.selectedProperty());
        getChildren().addAll(fields, timeHints(), new MessageLabel("newProblem").follow(problem));
    }

    /** What is wrong, or empty. */
    StringBinding problem() {
        return problem;
    }

    /** What the user wants, if nothing is wrong. */
    Optional<NewTestnet> wish() {
        return problem.get().isEmpty() ? Optional.of(written()) : Optional.empty();
    }

    void focusFirst() {
        name.requestFocus();
    }

    private VBox times() {
        real.setId("newRealTime");
        virtual.setId("newVirtualTime");
        ToggleGroup times = new ToggleGroup();
        real.setToggleGroup(times);
        virtual.setToggleGroup(times);
        real.setSelected(true);
        return new VBox(6, real, virtual);
    }

    /** Both lie on each other, so that the dialog has room for the longer one and no button moves under the pointer. */
    private StackPane timeHints() {
        StackPane hints = new StackPane(
                timeHint(
                        "newRealTimeHint",
                        real,
                        "Every node listens on a port of its own and takes two sockets a link: up to "
                                + Quantities.exact(TestnetSpec.MAX_NODES) + " nodes."),
                timeHint(
                        "newVirtualTimeHint",
                        virtual,
                        "The same nodes without sockets: time can be stopped, stepped and made faster, and the same seed"
                                + " gives the same run. The window draws up to "
                                + Quantities.exact(WindowLimits.MAX_NODES) + " nodes."));
        hints.setAlignment(Pos.TOP_LEFT);
        hints.setMinHeight(USE_PREF_SIZE);
        return hints;
    }

    private static Label timeHint(String id, RadioButton chosen, String text) {
        Label hint = new Label(text);
        hint.setId(id);
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.visibleProperty().bind(chosen.selectedProperty());
        return hint;
    }

    private NewTestnet written() {
        return new NewTestnet(
                name.getText().strip(),
                shape.getValue(),
                (int) numberIn(nodes),
                degree.isDisabled() ? 0 : (int) numberIn(degree),
                numberIn(seed),
                virtual.isSelected() ? TimeKind.VIRTUAL : TimeKind.REAL);
    }

    private String findProblem() {
        if (name.getText().isBlank() || name.getText().strip().length() > MAX_NAME_LENGTH) {
            return "The name has 1 to " + MAX_NAME_LENGTH + " characters.";
        }
        boolean needsDegree = shape.getValue().needsDegree();
        Optional<NumberField> wrong = Stream.of(nodes, degree, seed)
                .filter(field -> needsDegree || !field.equals(degree))
                .filter(field -> field.number().isEmpty())
                .findFirst();
        if (wrong.isPresent()) {
            // The field's own words follow its text a moment later, and then this is asked again.
            String words = wrong.get().problemProperty().get();
            return words.isEmpty() ? "A number is missing." : words;
        }
        long count = numberIn(nodes);
        return real.isSelected() && count > TestnetSpec.MAX_NODES
                ? "On sockets at most " + Quantities.exact(TestnetSpec.MAX_NODES) + " nodes fit; found "
                        + Quantities.exact(count) + ". Take fewer, or virtual time."
                : problemOf.apply(written());
    }

    private static long numberIn(NumberField field) {
        return (long) field.number().orElseThrow();
    }

    private static NumberField whole(String what, double min, double max, double initial) {
        return new NumberField(new NumberField.Range(what, "", min, max, 0, 1), initial);
    }
}

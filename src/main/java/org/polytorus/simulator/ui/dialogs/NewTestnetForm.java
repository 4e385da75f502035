package org.polytorus.simulator.ui.dialogs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.NumberField;

/** The fields of the dialog "New testnet" and what is wrong with them, told while the user writes. */
final class NewTestnetForm extends VBox {
    private static final int FIRST_NODES = 8;
    private static final int FIRST_DEGREE = 3;
    private static final int MAX_NAME_LENGTH = 64;
    private static final double MAX_SEED = 999_999_999_999.0;

    private final TextField name = new TextField("My testnet");
    private final ComboBox<Shape> shape = new ComboBox<>();
    private final NumberField nodes = new NumberField(
            new NumberField.Range("The number of nodes", "", 1, TestnetSpec.MAX_NODES, 0, 1), FIRST_NODES);
    private final NumberField degree = new NumberField(
            new NumberField.Range("The number of links per node", "", 1, TestnetSpec.MAX_NODES - 1.0, 0, 1),
            FIRST_DEGREE);
    private final NumberField seed = new NumberField(new NumberField.Range("The seed", "", 0, MAX_SEED, 0, 1), 1);
    private final StringBinding problem;

    NewTestnetForm(List<Shape> shapes) {
        getStyleClass().add("dialog-form");
        name.setId("newName");
        shape.setId("newShape");
        nodes.setId("newNodes");
        degree.setId("newDegree");
        seed.setId("newSeed");
        shape.getItems().setAll(shapes);
        shape.setValue(shapes.getFirst());
        shape.setMaxWidth(Double.MAX_VALUE);
        degree.disableProperty().bind(shape.valueProperty().map(chosen -> !chosen.needsDegree()));
        Facts fields = new Facts();
        fields.getStyleClass().add("form");
        fields.row("Name", name);
        fields.row("Shape", shape);
        fields.row("Nodes", nodes);
        fields.row("Links per node", degree);
        fields.row("Seed", seed);
        problem = Bindings.createStringBinding(
                this::findProblem,
                name.textProperty(),
                shape.valueProperty(),
                nodes.textProperty(),
                degree.textProperty(),
                seed.textProperty());
        getChildren().addAll(fields, new MessageLabel("newProblem").follow(problem));
    }

    /** What is wrong, or empty. */
    StringBinding problem() {
        return problem;
    }

    /** What the user wants, if nothing is wrong. */
    Optional<NewTestnet> wish() {
        if (!problem.get().isEmpty()) {
            return Optional.empty();
        }
        int links = degree.isDisabled() ? 0 : whole(degree);
        return Optional.of(new NewTestnet(name.getText().strip(), shape.getValue(), whole(nodes), links, (long)
                seed.number().orElseThrow()));
    }

    void focusFirst() {
        name.requestFocus();
    }

    private String findProblem() {
        if (name.getText().isBlank() || name.getText().strip().length() > MAX_NAME_LENGTH) {
            return "The name has 1 to " + MAX_NAME_LENGTH + " characters.";
        }
        boolean needsDegree = shape.getValue().needsDegree();
        String wrongNumber = Stream.of(nodes, degree, seed)
                .filter(field -> needsDegree || !field.equals(degree))
                .map(field -> field.problemProperty().get())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return wrongNumber.isEmpty() && needsDegree ? degreeProblem() : wrongNumber;
    }

    /** A regular graph exists only with fewer links per node than nodes, and an even number of ends. */
    private String degreeProblem() {
        int count = whole(nodes);
        int links = whole(degree);
        if (links >= count) {
            return "A node can have at most " + (count - 1) + " links to the other nodes; found " + links + ".";
        }
        return (long) count * links % 2 == 1
                ? "Nodes times links per node must be even, for each link has two ends; found " + count + " × " + links
                        + "."
                : "";
    }

    private static int whole(NumberField field) {
        return (int) field.number().orElseThrow();
    }
}

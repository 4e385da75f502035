package org.polytorus.simulator.ui.dialogs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.GuestSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.MessageLabel;

/** The fields of the dialog "Attach external node"; what is wrong with one is told beside it while the user writes. */
final class AttachGuestForm extends VBox {
    private static final double ADDRESSES_HEIGHT = 110;

    private final TestnetSnapshot testnet;
    private final TextField name = new TextField();
    private final RadioButton isDialled = new RadioButton("Our nodes _dial it");
    private final RadioButton dialsIn = new RadioButton("It _will dial in");
    private final TextField address = new TextField("127.0.0.1:8333");
    private final NodeChoice nodes;
    private final MessageLabel refusal = new MessageLabel("attachRefusal");
    private final StringBinding nameProblem;
    private final StringBinding addressProblem;
    private final StringBinding nodesProblem;

    AttachGuestForm(TestnetSnapshot testnet) {
        this.testnet = testnet;
        getStyleClass().add("dialog-form");
        nodes = new NodeChoice(testnet.nodes().stream().map(NodeSnapshot::name).toList());
        name.setId("attachName");
        name.setText(freeName());
        address.setId("attachAddress");
        isDialled.setId("attachIsDialled");
        dialsIn.setId("attachDialsIn");
        ToggleGroup ways = new ToggleGroup();
        isDialled.setToggleGroup(ways);
        dialsIn.setToggleGroup(ways);
        isDialled.setSelected(true);
        nameProblem = Bindings.createStringBinding(this::findNameProblem, name.textProperty());
        addressProblem = Bindings.createStringBinding(
                this::findAddressProblem, address.textProperty(), isDialled.selectedProperty());
        nodesProblem = Bindings.createStringBinding(
                () -> isDialled.isSelected() && nodes.chosen().isEmpty()
                        ? "Choose at least one node that dials it."
                        : "",
                nodes.changes(),
                isDialled.selectedProperty());
        Facts named = new Facts();
        named.getStyleClass().add("form");
        named.row("Name", name);
        getChildren()
                .addAll(
                        named,
                        new MessageLabel("attachNameProblem").follow(nameProblem),
                        isDialled,
                        dialled(),
                        dialsIn,
                        dialling(),
                        refusal);
    }

    /** Whether any field is not as it must be. */
    BooleanBinding isWrong() {
        return nameProblem.isNotEmpty().or(addressProblem.isNotEmpty()).or(nodesProblem.isNotEmpty());
    }

    /** What the user wants; only to be asked for while nothing is wrong. */
    GuestSpec guest() {
        refusal.setText("");
        NodeName guest = new NodeName(name.getText().strip());
        return isDialled.isSelected()
                ? new GuestSpec(guest, Objects.requireNonNull(endpoint()), nodes.chosen())
                : new GuestSpec(guest, null, List.of());
    }

    /** The testnet has said no. */
    void refused(String why) {
        refusal.setText(why);
    }

    void focusFirst() {
        name.requestFocus();
        name.selectAll();
    }

    private VBox dialled() {
        Facts fields = new Facts();
        fields.getStyleClass().add("form");
        fields.row("Address", address);
        VBox box = new VBox(
                6,
                fields,
                new MessageLabel("attachAddressProblem").follow(addressProblem),
                nodes,
                new MessageLabel("attachNodesProblem").follow(nodesProblem));
        box.getStyleClass().add("dialog-indent");
        shownWith(box, isDialled);
        return box;
    }

    private VBox dialling() {
        Label hint = new Label("The next program that dials one of these addresses is given the name:");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        TextArea addresses = new TextArea(testnet.nodes().stream()
                .map(node -> node.name() + "  " + node.address())
                .collect(Collectors.joining("\n")));
        addresses.setId("attachAddresses");
        addresses.setEditable(false);
        addresses.setPrefHeight(ADDRESSES_HEIGHT);
        Button copy = new Button("_Copy addresses", new FontIcon(Feather.COPY));
        copy.setId("attachCopy");
        copy.setMnemonicParsing(true);
        copy.setOnAction(event -> Facts.copy(
                testnet.nodes().stream().map(node -> node.address().toString()).collect(Collectors.joining("\n"))));
        VBox box = new VBox(6, hint, addresses, copy);
        box.getStyleClass().add("dialog-indent");
        shownWith(box, dialsIn);
        return box;
    }

    private static void shownWith(VBox box, RadioButton way) {
        box.visibleProperty().bind(way.selectedProperty());
        box.managedProperty().bind(way.selectedProperty());
    }

    private String findNameProblem() {
        String written = name.getText().strip();
        if (!NodeName.isValid(written)) {
            return "The name has 1 to " + NodeName.MAX_LENGTH + " printable characters.";
        }
        return taken().contains(new NodeName(written))
                ? "The name is taken by another node or guest. Choose another."
                : "";
    }

    private String findAddressProblem() {
        if (!isDialled.isSelected()) {
            return "";
        }
        Endpoint written = endpoint();
        if (written == null) {
            return "An IP address with a port, such as 127.0.0.1:8333 (names are not resolved).";
        }
        if (written.port() == 0 || written.address().isUnspecified()) {
            return "Nobody can be dialled at " + written + ". Write the address and the port of the program.";
        }
        return testnet.nodes().stream()
                .filter(node -> node.address().equals(written))
                .map(node -> "There listens " + node.name()
                        + ", a node of this testnet. Write the address of another program.")
                .findFirst()
                .orElse("");
    }

    private @Nullable Endpoint endpoint() {
        return Endpoint.parse(address.getText().strip());
    }

    private Set<NodeName> taken() {
        Set<NodeName> taken = new LinkedHashSet<>();
        testnet.nodes().stream().map(NodeSnapshot::name).forEach(taken::add);
        testnet.guests().stream().map(GuestSnapshot::name).forEach(taken::add);
        return taken;
    }

    private String freeName() {
        Set<NodeName> taken = taken();
        int number = 1;
        while (taken.contains(new NodeName("external" + number))) {
            number++;
        }
        return "external" + number;
    }
}

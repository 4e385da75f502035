package org.polytorus.simulator.ui.dialogs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.Quantities;
import org.polytorus.simulator.ui.controls.ShortField;

/** Asks which groups are the sides of a partition, which way nothing passes, and for a name. */
final class SplitForm extends VBox {
    private static final int MAX_NAME_LENGTH = 40;
    private static final double MAX_LIST_HEIGHT = 180;
    private static final String REST = "rest";

    private final List<NodeGroup> groups;
    private final List<NodeName> all;
    private final List<CheckBox> boxes = new ArrayList<>();
    private final CheckBox rest = new CheckBox("All other nodes");
    private final RadioButton both = new RadioButton("Nothing passes either way");
    private final RadioButton forward = new RadioButton("Nothing passes from the first to the others");
    private final RadioButton backward = new RadioButton("Nothing passes to the first from the others");
    private final ShortField name = new ShortField(MAX_NAME_LENGTH);
    private final Label effect = new Label();
    private final MessageLabel refusal = new MessageLabel("splitFormRefusal");
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper(true);

    /**
     * @param groups that can be chosen
     * @param all the nodes of the testnet
     */
    SplitForm(List<NodeGroup> groups, List<NodeName> all) {
        this.groups = groups;
        this.all = all;
        getStyleClass().add("dialog-form");
        VBox list = new VBox(6);
        for (NodeGroup group : groups) {
            CheckBox box = new CheckBox(
                    group.name() + "  (" + Quantities.plural(group.nodes().size(), "node") + ")");
            box.setMnemonicParsing(false);
            // Of a long name the middle goes, so that the number of its nodes can be read.
            box.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            box.setTooltip(new Tooltip(group.name()));
            box.setId("splitGroup" + boxes.size());
            box.setSelected(boxes.size() < 2);
            boxes.add(box);
        }
        rest.setId("splitRest");
        rest.setSelected(groups.size() == 1);
        list.getChildren().addAll(boxes);
        list.getChildren().add(rest);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MAX_LIST_HEIGHT);
        name.setId("splitFormName");
        effect.setId("splitFormEffect");
        effect.setWrapText(true);
        effect.setMinHeight(USE_PREF_SIZE);
        Facts facts = new Facts();
        facts.getStyleClass().addAll("form", "split-form");
        facts.row("Sides", scroll);
        facts.row("Which way", ways());
        facts.row("Name", name);
        getChildren().addAll(facts, effect, refusal);
        listen();
        changed();
    }

    private VBox ways() {
        ToggleGroup ways = new ToggleGroup();
        both.setId("splitBoth");
        forward.setId("splitForward");
        backward.setId("splitBackward");
        for (RadioButton way : List.of(both, forward, backward)) {
            way.setToggleGroup(ways);
        }
        both.setSelected(true);
        return new VBox(4, both, forward, backward);
    }

    private void listen() {
        boxes.forEach(box -> box.selectedProperty().subscribe(this::changed));
        rest.selectedProperty().subscribe(this::changed);
        both.selectedProperty().subscribe(this::changed);
        forward.selectedProperty().subscribe(this::changed);
        name.textProperty().subscribe(this::changed);
    }

    /** Whether what is chosen makes no partition; the form says why. */
    ReadOnlyBooleanProperty isWrong() {
        return wrong.getReadOnlyProperty();
    }

    /** What is chosen, while nothing is wrong with it. */
    Partition partition() {
        return new Partition(name(), sides(), !both.isSelected());
    }

    /** Says why the testnet did not do it. */
    void refused(String message) {
        refusal.setText(message);
    }

    void focusFirst() {
        boxes.getFirst().requestFocus();
    }

    private void changed() {
        refusal.setText("");
        String problem = "";
        String text = "";
        try {
            text = partition().text();
        } catch (IllegalArgumentException impossible) {
            problem = String.valueOf(impossible.getMessage());
        }
        name.setPromptText(suggestion());
        wrong.set(!problem.isEmpty());
        effect.setText(problem.isEmpty() ? "Splits " + text + "." : problem + ".");
    }

    private List<NodeGroup> sides() {
        List<NodeGroup> sides = new ArrayList<>(chosen());
        Set<NodeName> others = new LinkedHashSet<>(all);
        sides.forEach(side -> side.nodes().forEach(others::remove));
        if (rest.isSelected() && !others.isEmpty()) {
            sides.add(new NodeGroup(REST, List.copyOf(others)));
        }
        if (backward.isSelected()) {
            Collections.reverse(sides);
        }
        return sides;
    }

    private List<NodeGroup> chosen() {
        List<NodeGroup> chosen = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).isSelected()) {
                chosen.add(groups.get(i));
            }
        }
        return chosen;
    }

    private String name() {
        return Optional.of(name.getText().strip())
                .filter(text -> !text.isEmpty())
                .orElseGet(this::suggestion);
    }

    private String suggestion() {
        String joined = chosen().stream().map(NodeGroup::name).collect(Collectors.joining("–"));
        return joined.isEmpty() ? "split" : joined.substring(0, Math.min(MAX_NAME_LENGTH, joined.length()));
    }
}

package org.polytorus.simulator.ui.dialogs;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.polytorus.simulator.model.NodeName;

/** Boxes with which some of a testnet's nodes are chosen; the first is from the start. */
final class NodeChoice extends VBox {
    private static final double MAX_HEIGHT = 120;

    private final List<NodeName> names;
    private final List<CheckBox> boxes = new ArrayList<>();
    private final IntegerProperty changes = new SimpleIntegerProperty();

    NodeChoice(List<NodeName> names) {
        this.names = names;
        FlowPane pane = new FlowPane(12, 6);
        for (NodeName name : names) {
            CheckBox box = new CheckBox(name.value());
            box.setMnemonicParsing(false);
            box.setId("attachNode-" + name);
            box.setSelected(boxes.isEmpty());
            box.selectedProperty().subscribe(() -> changes.set(changes.get() + 1));
            boxes.add(box);
            pane.getChildren().add(box);
        }
        ScrollPane scroll = new ScrollPane(pane);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MAX_HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setSpacing(6);
        getChildren().addAll(new Label("Dialled by"), scroll);
    }

    /** Changes whenever the choice does. */
    Observable changes() {
        return changes;
    }

    List<NodeName> chosen() {
        List<NodeName> chosen = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).isSelected()) {
                chosen.add(names.get(i));
            }
        }
        return chosen;
    }
}

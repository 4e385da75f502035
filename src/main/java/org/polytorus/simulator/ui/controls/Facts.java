package org.polytorus.simulator.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Names at the left, values at the right. Rows are made once; their values change in place. */
public final class Facts extends GridPane {
    private int rows;

    public Facts() {
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().addAll(names, values);
    }

    /** A row whose value is a text; the label can be copied by its context menu and shows long texts as a tooltip. */
    public Label row(String name, String id) {
        Label value = new Label("–");
        value.setId(id);
        value.setMinWidth(0);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(value.textProperty());
        value.setTooltip(tooltip);
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(event -> copy(value.getText()));
        value.setContextMenu(new ContextMenu(copy));
        row(name, value);
        return value;
    }

    /** A row whose value is a control. */
    public void row(String name, Node value) {
        row(new Label(name), value);
    }

    /** A row whose name may change. */
    public void row(Label label, Node value) {
        label.getStyleClass().add("fact-name");
        label.setLabelFor(value);
        addRow(rows++, label, value);
    }

    /** Puts a text on the clipboard. */
    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}

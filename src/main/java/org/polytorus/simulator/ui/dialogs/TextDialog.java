package org.polytorus.simulator.ui.dialogs;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.polytorus.simulator.ui.controls.Facts;

/** Windows that only tell something. */
public final class TextDialog {
    private static final String[][] KEYS = {
        {"Ctrl+O", "Open a testnet file"},
        {"Ctrl+Shift+O", "Open a testnet file in virtual time"},
        {"Ctrl+N", "New testnet"},
        {"Ctrl+W", "Close the testnet"},
        {"Ctrl+E", "Attach an external node"},
        {"Ctrl+Q", "Quit"},
        {"F", "Fit the graph into its pane"},
        {"O, or drag with Shift", "Draw a lasso around nodes to select them"},
        {"Ctrl+click; M, Tab, M …", "Select several nodes one by one"},
        {"Ctrl+K", "Split the selected nodes off"},
        {"Ctrl+G", "Split by groups of the file"},
        {"Ctrl+Z, Ctrl+Shift+Z", "Heal the latest partition, all of them"},
        {"Ctrl+L", "Legend: what the signs mean"},
        {"Ctrl+D", "Dark theme on or off"},
        {"Ctrl+1, Ctrl+2, Ctrl+3", "Charts, events, propagation"},
        {"Space", "Virtual time: stop it, or let it go on"},
        {".  and  Shift+.", "Virtual time: one event, one second"},
        {"Ctrl+,  and  Ctrl+.", "Virtual time: slower, faster"},
        {"F1", "This list"},
        {"Tab, Shift+Tab", "Next and previous control"},
        {"Up, Down", "Step the number in a field"},
        {"Enter, Escape", "Apply what was written in a field, or take it back"},
    };

    private TextDialog() {}

    /** Says what the program is. */
    public static void showAbout(Window owner, String version) {
        Label text = new Label("Starts real PolyTorus nodes on loopback ports of this computer, draws the network they"
                + " form, and breaks it on purpose: drop or delay a link, stop a node, flood its neighbours, and see in"
                + " graph, charts and chain what follows.\n\nNodes listen on loopback only unless the program was started"
                + " with --expose.\n\n" + version + ", under the MIT licence.");
        text.setId("aboutText");
        text.setWrapText(true);
        VBox content = new VBox(text);
        content.setPrefWidth(440);
        show(owner, "About the PolyTorus testnet simulator", content);
    }

    /** Lists the keys. */
    public static void showKeys(Window owner) {
        Facts keys = new Facts();
        keys.setId("keysTable");
        for (String[] line : KEYS) {
            keys.row(line[0], new Label(line[1]));
        }
        show(owner, "Keys", new VBox(keys));
    }

    private static void show(Window owner, String title, VBox content) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        DialogPane pane = dialog.getDialogPane();
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        content.getStyleClass().add("dialog-form");
        pane.setHeaderText(title);
        pane.setContent(content);
        pane.getButtonTypes().setAll(ButtonType.CLOSE);
        pane.lookupButton(ButtonType.CLOSE).setId("closeDialogButton");
        dialog.show();
    }
}

package org.polytorus.simulator.ui.dialogs;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

/** Asks for shape and size of a new testnet. Enter creates it, Escape gives up. */
public final class NewTestnetDialog {
    private NewTestnetDialog() {}

    /**
     * Shows the dialog and returns at once.
     *
     * @param problemOf says why a testnet cannot be had although its numbers are in range, or nothing
     * @param wanted is called if the user wants a testnet
     */
    public static void show(
            Window owner, List<Shape> shapes, Function<NewTestnet, String> problemOf, Consumer<NewTestnet> wanted) {
        NewTestnetForm form = new NewTestnetForm(shapes, problemOf);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("New testnet");
        DialogPane pane = dialog.getDialogPane();
        pane.setId("newTestnetDialog");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.setContent(form);
        pane.setPrefWidth(440);
        FittingHeight.keep(dialog);
        ButtonType create = new ButtonType("Create", ButtonBar.ButtonData.OK_DONE);
        pane.getButtonTypes().setAll(create, ButtonType.CANCEL);
        Node button = pane.lookupButton(create);
        button.setId("createButton");
        button.disableProperty().bind(form.problem().isNotEmpty());
        pane.lookupButton(ButtonType.CANCEL).setId("cancelButton");
        dialog.setOnShown(event -> form.focusFirst());
        dialog.setOnHidden(event -> {
            if (create.equals(dialog.getResult())) {
                form.wish().ifPresent(wanted);
            }
        });
        dialog.show();
    }
}

package org.polytorus.simulator.ui.dialogs;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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
        FormDialog dialog = new FormDialog(
                owner,
                "New testnet",
                form,
                "Create",
                "createButton",
                form.problem().isNotEmpty());
        dialog.pane().setId("newTestnetDialog");
        dialog.pane().setPrefWidth(440);
        FittingHeight.keep(dialog.dialog());
        dialog.cancelButton().setId("cancelButton");
        dialog.afterwards(() -> form.wish().ifPresent(wanted));
        dialog.show(form::focusFirst);
    }
}

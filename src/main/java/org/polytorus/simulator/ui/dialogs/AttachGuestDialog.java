package org.polytorus.simulator.ui.dialogs;

import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.GuestSpec;
import org.polytorus.simulator.testnet.TestnetSnapshot;

/**
 * Asks for a program that is not ours. Enter attaches it, Escape gives up. A refusal of the testnet is told in the dialog,
 * which stays.
 */
public final class AttachGuestDialog {
    private AttachGuestDialog() {}

    /** Lets the testnet take a guest in, and tells on the FX thread what it answers. */
    @FunctionalInterface
    public interface Attaching {
        void attach(GuestSpec guest, Consumer<CommandResult> answer);
    }

    /** Shows the dialog and returns at once. */
    public static void show(Window owner, TestnetSnapshot testnet, Attaching attaching) {
        AttachGuestForm form = new AttachGuestForm(testnet);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Attach external node");
        DialogPane pane = dialog.getDialogPane();
        pane.setId("attachDialog");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.setContent(form);
        pane.setPrefWidth(500);
        FittingHeight.keep(dialog);
        ButtonType attach = new ButtonType("Attach", ButtonBar.ButtonData.OK_DONE);
        pane.getButtonTypes().setAll(attach, ButtonType.CANCEL);
        Button button = (Button) pane.lookupButton(attach);
        button.setId("attachButton");
        button.disableProperty().bind(form.isWrong());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            attaching.attach(form.guest(), result -> {
                if (result.done()) {
                    dialog.setResult(attach);
                    dialog.close();
                } else {
                    form.refused(result.message());
                }
            });
        });
        // On a box or a choice Enter would switch it; the space bar does that.
        form.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
                event.consume();
                button.fire();
            }
        });
        pane.lookupButton(ButtonType.CANCEL).setId("attachCancel");
        dialog.setOnShown(event -> form.focusFirst());
        dialog.show();
    }
}

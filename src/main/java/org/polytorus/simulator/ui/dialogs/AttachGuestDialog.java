package org.polytorus.simulator.ui.dialogs;

import java.util.function.Consumer;
import javafx.scene.control.Button;
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
        FormDialog dialog =
                new FormDialog(owner, "Attach external node", form, "Attach", "attachButton", form.isWrong());
        dialog.pane().setId("attachDialog");
        dialog.pane().setPrefWidth(500);
        FittingHeight.keep(dialog.dialog());
        dialog.commands(answer -> attaching.attach(form.guest(), answer), form::refused);
        // On a box or a choice Enter would switch it; the space bar does that.
        form.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
                event.consume();
                dialog.button().fire();
            }
        });
        dialog.cancelButton().setId("attachCancel");
        dialog.show(form::focusFirst);
    }
}

package org.polytorus.simulator.ui.dialogs;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;
import org.polytorus.simulator.testnet.CommandResult;

/** A dialog around a form, with a button that does what is asked for and one that gives up. */
final class FormDialog {
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType does;
    private final Button button;

    /**
     * @param does what the button says
     * @param buttonId by which the button is found
     * @param isWrong whether the form cannot be used as it is
     */
    FormDialog(Window owner, String title, Node form, String does, String buttonId, ObservableValue<Boolean> isWrong) {
        this.does = new ButtonType(does, ButtonBar.ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.setTitle(title);
        DialogPane pane = dialog.getDialogPane();
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.setContent(form);
        pane.getButtonTypes().setAll(this.does, ButtonType.CANCEL);
        button = (Button) pane.lookupButton(this.does);
        button.setId(buttonId);
        button.disableProperty().bind(isWrong);
    }

    /**
     * Lets the button hand over a command. The dialog closes when that is done; a refusal is told in the form, which stays.
     *
     * @param command takes who is to hear the answer, on the FX thread
     * @param refused takes why it was refused
     */
    void commands(Consumer<Consumer<CommandResult>> command, Consumer<String> refused) {
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            command.accept(result -> {
                if (result.done()) {
                    dialog.setResult(does);
                    dialog.close();
                } else {
                    refused.accept(result.message());
                }
            });
        });
    }

    /** Runs after the dialog has closed, if the button closed it. */
    void afterwards(Runnable action) {
        dialog.setOnHidden(event -> {
            if (does.equals(dialog.getResult())) {
                action.run();
            }
        });
    }

    /** Shows the dialog and returns at once. */
    void show(Runnable focusFirst) {
        dialog.setOnShown(event -> focusFirst.run());
        dialog.show();
    }

    Dialog<ButtonType> dialog() {
        return dialog;
    }

    DialogPane pane() {
        return dialog.getDialogPane();
    }

    Button button() {
        return button;
    }

    Node cancelButton() {
        return pane().lookupButton(ButtonType.CANCEL);
    }
}

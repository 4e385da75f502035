package org.polytorus.simulator.ui.dialogs;

import java.util.List;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.Partition;

/** Asks for a partition between named groups. A refusal of the testnet is told in the dialog, which stays. */
public final class SplitDialog {
    private SplitDialog() {}

    /** Puts a partition into force, and tells on the FX thread what the testnet answers. */
    @FunctionalInterface
    public interface Splitting {
        void split(Partition partition, Consumer<CommandResult> answer);
    }

    /** Shows the dialog and returns at once; {@code groups} are at least one. */
    public static void show(Window owner, List<NodeGroup> groups, List<NodeName> nodes, Splitting splitting) {
        SplitForm form = new SplitForm(groups, nodes);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Split by groups");
        DialogPane pane = dialog.getDialogPane();
        pane.setId("splitDialog");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.setContent(form);
        pane.setPrefWidth(460);
        ButtonType split = new ButtonType("Split", ButtonBar.ButtonData.OK_DONE);
        pane.getButtonTypes().setAll(split, ButtonType.CANCEL);
        Button button = (Button) pane.lookupButton(split);
        button.setId("splitDialogButton");
        button.disableProperty().bind(form.isWrong());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            splitting.split(form.partition(), result -> {
                if (result.done()) {
                    dialog.setResult(split);
                    dialog.close();
                } else {
                    form.refused(result.message());
                }
            });
        });
        dialog.setOnShown(event -> form.focusFirst());
        dialog.show();
    }
}

package org.polytorus.simulator.ui.dialogs;

import java.util.List;
import java.util.function.Consumer;
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
        FormDialog dialog =
                new FormDialog(owner, "Split by groups", form, "Split", "splitDialogButton", form.isWrong());
        dialog.pane().setId("splitDialog");
        dialog.pane().setPrefWidth(460);
        dialog.commands(answer -> splitting.split(form.partition(), answer), form::refused);
        dialog.show(form::focusFirst);
    }
}

package org.polytorus.simulator.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.dialogs.SplitDialog;
import org.polytorus.simulator.ui.graph.Selection;

/** Splits the testnet of the window and heals it, as menu, toolbar and keys ask. Belongs to the FX thread. */
final class SplitDesk implements Splits {
    private static final String NO_GROUPS =
            "This testnet names no groups to split by. Select nodes (drag with Shift around "
                    + "them) and split them off with Ctrl+K, or name groups under [groups] in the testnet's file.";

    private final Stage stage;
    private final Session session;
    private final Consumer<String> problems;
    private final BooleanProperty lasso = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper canSplit = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canHeal = new ReadOnlyBooleanWrapper();
    private List<PartitionSnapshot> inForce = List.of();
    private @Nullable Layout layout;

    /** @param problems takes why something was not done, in words */
    SplitDesk(Stage stage, Session session, Consumer<String> problems) {
        this.stage = stage;
        this.session = session;
        this.problems = problems;
    }

    /** Takes graph and inspector, once there are. */
    void workOn(Layout shown) {
        layout = shown;
        lasso.bindBidirectional(shown.graph().lassoProperty());
        shown.graph().selectionProperty().subscribe(this::selected);
    }

    /** Takes a new picture, or none if no testnet is open. */
    void update(@Nullable TestnetSnapshot snapshot) {
        inForce = snapshot == null ? List.of() : snapshot.partitions();
        canHeal.set(!inForce.isEmpty());
    }

    private void selected(Selection selection) {
        canSplit.set(!Selection.names(selection).isEmpty());
    }

    @Override
    public void splitOff() {
        if (layout != null) {
            layout.inspector().splitOff(problems);
        }
    }

    @Override
    public void splitByGroups() {
        TestnetSnapshot latest = session.latest();
        if (latest == null) {
            return;
        }
        if (session.groups().isEmpty()) {
            problems.accept(NO_GROUPS);
        } else {
            SplitDialog.show(
                    stage,
                    session.groups(),
                    latest.nodes().stream().map(NodeSnapshot::name).toList(),
                    (partition, answer) -> session.submit(new TestnetCommand.Split(partition), answer));
        }
    }

    @Override
    public void healLatest() {
        if (!inForce.isEmpty()) {
            submit(new TestnetCommand.Heal(inForce.getLast().partition().name()));
        }
    }

    @Override
    public void healAll() {
        submit(new TestnetCommand.Heal(null));
    }

    private void submit(TestnetCommand command) {
        session.submit(command, result -> {
            if (!result.done()) {
                problems.accept(result.message());
            }
        });
    }

    @Override
    public BooleanProperty lasso() {
        return lasso;
    }

    @Override
    public ReadOnlyBooleanProperty canSplit() {
        return canSplit.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyBooleanProperty canHeal() {
        return canHeal.getReadOnlyProperty();
    }
}

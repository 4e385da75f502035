package org.polytorus.simulator.ui.inspector;

import java.util.stream.Collectors;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.Quantities;
import org.polytorus.simulator.ui.controls.Section;

/** The partitions in force, with their sides, and how to end them; takes no room while there is none. */
final class PartitionsSection extends VBox {
    private final PartitionRows rows;
    private final CommandButton healAll;

    PartitionsSection(Commands commands) {
        rows = new PartitionRows("partition", commands);
        MessageLabel refusal = new MessageLabel("healAllRefusal");
        healAll = new CommandButton(
                "healAllButton",
                "Heal all",
                Feather.LINK,
                "End every partition",
                commands,
                () -> new TestnetCommand.Heal(null),
                refusal);
        healAll.managedProperty().bind(healAll.visibleProperty());
        managedProperty().bind(visibleProperty());
        getChildren().add(new Section("Partitions", rows, healAll, refusal));
    }

    void update(TestnetSnapshot snapshot) {
        setVisible(!snapshot.partitions().isEmpty());
        healAll.setVisible(snapshot.partitions().size() > 1);
        rows.update(snapshot.partitions(), seen -> text(seen, snapshot.epochNanos()));
    }

    private static String text(PartitionSnapshot seen, long nowNanos) {
        Partition partition = seen.partition();
        String sides = partition.groups().stream()
                .map(group ->
                        group.name() + " (" + Quantities.plural(group.nodes().size(), "node") + ")")
                .collect(Collectors.joining(partition.oneWay() ? " ⇥ " : " | "));
        return sides + "\n" + Quantities.plural(seen.cut().size(), "link") + " cut, for "
                + Quantities.span(nowNanos - seen.sinceNanos())
                + (partition.oneWay() ? "; nothing passes from " + passage(partition) : "");
    }

    private static String passage(Partition partition) {
        return partition.groups().size() == 2
                ? partition.groups().getFirst().name() + " to "
                        + partition.groups().getLast().name()
                : "each side to those after it";
    }
}

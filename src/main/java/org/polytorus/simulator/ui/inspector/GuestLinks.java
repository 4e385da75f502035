package org.polytorus.simulator.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.ui.controls.MessageLabel;

/** The links of a guest with our nodes, each with its state and the buttons that cut and mend it. */
final class GuestLinks extends VBox {
    private final NodeName guest;
    private final Commands commands;
    private final MessageLabel refusal = new MessageLabel("guestLinkRefusal");
    private final Label hint = new Label();
    private final VBox lines = new VBox(6);
    private List<LinkId> shown = List.of();
    private List<Line> rows = List.of();

    GuestLinks(NodeName guest, Commands commands) {
        this.guest = guest;
        this.commands = commands;
        setSpacing(6);
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        getChildren().addAll(lines, refusal, hint);
    }

    void update(List<LinkSnapshot> links) {
        List<LinkId> ids = links.stream().map(LinkSnapshot::id).toList();
        if (!ids.equals(shown)) {
            shown = ids;
            rows = new ArrayList<>();
            ids.forEach(id -> rows.add(new Line(id)));
            lines.getChildren().setAll(rows);
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).update(links.get(i));
        }
        hint.setText(
                ids.isEmpty()
                        ? "No node speaks with it yet."
                        : "Click a link in the graph to delay it or to lose its messages.");
    }

    /** One link: with whom, how it does, cut and mend. */
    private final class Line extends HBox {
        private final StateLabel state;
        private final CommandButton drop;
        private final CommandButton restore;

        Line(LinkId link) {
            super(8);
            setAlignment(Pos.CENTER_LEFT);
            NodeName node = link.a().equals(guest) ? link.b() : link.a();
            Label name = new Label(node.value());
            name.setMinWidth(0);
            state = new StateLabel("guestLink-" + node);
            state.setMinWidth(USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            drop = new CommandButton(
                    "guestDrop-" + node,
                    "Drop",
                    Feather.SCISSORS,
                    "Reset the connection with " + node + " and refuse new ones until restored",
                    commands,
                    () -> new TestnetCommand.DropLink(link),
                    refusal);
            restore = new CommandButton(
                    "guestRestore-" + node,
                    "Restore",
                    Feather.LINK,
                    "Let " + guest + " and " + node + " connect again",
                    commands,
                    () -> new TestnetCommand.RestoreLink(link),
                    refusal);
            restore.managedProperty().bind(restore.visibleProperty());
            drop.managedProperty().bind(drop.visibleProperty());
            getChildren().addAll(name, state, gap, drop, restore);
        }

        void update(LinkSnapshot link) {
            state.show(Words.of(link.state()));
            boolean isDropped = link.state() == LinkSnapshot.State.DROPPED;
            drop.setVisible(!isDropped);
            restore.setVisible(isDropped);
        }
    }
}

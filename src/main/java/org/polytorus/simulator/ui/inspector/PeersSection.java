package org.polytorus.simulator.ui.inspector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.ui.controls.Section;

/** The registered peers of a node. */
final class PeersSection extends VBox {
    private static final double ROW_PIXELS = 28;
    private static final double HEADER_PIXELS = 42;
    private static final int MOST_ROWS_SHOWN = 8;

    private final TableView<PeerRow> table = new TableView<>();
    private final Map<PeerId, PeerRow> rows = new LinkedHashMap<>();
    private final Section section = new Section("Peers", table);

    /** {@code blacklist} is told the peer that the user wants on the blacklist. */
    PeersSection(Consumer<PeerId> blacklist) {
        table.setId("peersTable");
        table.setAccessibleText("Peers of the node");
        table.setFixedCellSize(ROW_PIXELS);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("No peer is registered."));
        table.getStyleClass().add("peers-table");
        table.getColumns().add(column("Peer", 84, "→ dialled by this node, ← accepted", PeerRow::peerProperty));
        table.getColumns().add(column("RTT", 62, "The latest measured round trip", PeerRow::roundTripProperty));
        table.getColumns()
                .add(column(
                        "Score",
                        52,
                        "How good the peer is, from 0 to 100; – before enough is known",
                        PeerRow::scoreProperty));
        table.getColumns()
                .add(column("Out / in", 62, "Messages of this connection: sent / received", PeerRow::messagesProperty));
        table.getColumns().add(healthColumn());
        table.setContextMenu(menu(blacklist));
        resize();
        getChildren().add(section);
    }

    void update(List<PeerSnapshot> peers) {
        Map<PeerId, PeerSnapshot> current = new LinkedHashMap<>();
        peers.forEach(peer -> current.put(peer.id(), peer));
        if (rows.keySet().retainAll(current.keySet())) {
            table.getItems().removeIf(row -> !rows.containsKey(row.id()));
        }
        current.forEach((id, peer) -> {
            PeerRow row = rows.get(id);
            if (row == null) {
                PeerRow added = new PeerRow(peer);
                rows.put(id, added);
                table.getItems().add(added);
            } else {
                row.update(peer);
            }
        });
        section.setTitle(peers.isEmpty() ? "Peers" : "Peers (" + peers.size() + ")");
        resize();
    }

    private ContextMenu menu(Consumer<PeerId> blacklist) {
        MenuItem item = new MenuItem("Blacklist…");
        item.setId("blacklistMenuItem");
        item.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        item.setOnAction(event -> {
            PeerRow row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                blacklist.accept(row.id());
            }
        });
        return new ContextMenu(item);
    }

    private void resize() {
        int shown = Math.clamp(rows.size(), 1, MOST_ROWS_SHOWN);
        double height = HEADER_PIXELS + shown * ROW_PIXELS;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private static TableColumn<PeerRow, String> column(
            String title, double width, String tip, Function<PeerRow, ObservableValue<String>> value) {
        TableColumn<PeerRow, String> column = new TableColumn<>();
        column.setGraphic(header(title, tip));
        column.setPrefWidth(width);
        column.setCellValueFactory(features -> value.apply(features.getValue()));
        return column;
    }

    private static TableColumn<PeerRow, NodeSnapshot.Health> healthColumn() {
        TableColumn<PeerRow, NodeSnapshot.Health> column = new TableColumn<>();
        column.setGraphic(header("Health", "How well the peer answers"));
        column.setPrefWidth(80);
        column.setCellValueFactory(features -> features.getValue().healthProperty());
        column.setCellFactory(ignored -> new HealthCell());
        return column;
    }

    private static Label header(String title, String tip) {
        Label label = new Label(title);
        label.setTooltip(new Tooltip(tip));
        return label;
    }

    private static final class HealthCell extends TableCell<PeerRow, NodeSnapshot.Health> {
        private final StateLabel label = new StateLabel("peerHealth");

        @Override
        protected void updateItem(NodeSnapshot.@Nullable Health health, boolean empty) {
            super.updateItem(health, empty);
            if (empty || health == null) {
                setGraphic(null);
            } else {
                label.show(Words.of(health));
                setGraphic(label);
            }
        }
    }
}

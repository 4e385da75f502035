package org.polytorus.simulator.ui.propagation;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.ui.controls.Quantities;

/** Blocks or transactions, one a row: how long each took to reach the nodes. One can be picked, and stays so while others come. */
final class ItemTable extends TableView<Item> {
    private final ReadOnlyObjectWrapper<@Nullable Hash> picked = new ReadOnlyObjectWrapper<>();
    private boolean replacing;
    private int nodes;

    ItemTable() {
        setId("propagationTable");
        getStyleClass().add("propagation-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label("Nothing has travelled yet."));
        setAccessibleText("What travelled lately, the latest first");
        getColumns().add(column("What", 130, "Height and hash of a block, hash of a transaction", Item::name));
        getColumns()
                .add(column(
                        "From",
                        90,
                        "The node that mined or made it",
                        item -> item.origin().value()));
        getColumns()
                .add(column("Nodes", 74, "How many nodes have it, of all", item -> item.reached() + " of " + nodes));
        getColumns()
                .add(column(
                        "50 %",
                        72,
                        "Time until half of the nodes had it",
                        item -> millis(item.journey().halfNanos())));
        getColumns()
                .add(column(
                        "90 %",
                        72,
                        "Time until 90 % of the nodes had it",
                        item -> millis(item.journey().mostNanos())));
        getColumns()
                .add(column(
                        "99 %",
                        72,
                        "Time until 99 % of the nodes had it",
                        item -> millis(item.journey().almostAllNanos())));
        getColumns()
                .add(column(
                        "Twice",
                        56,
                        "How often it was brought to a node that had it already",
                        item -> Quantities.exact(item.journey().copies().redundantData())));
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> selected(now));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && picked.get() != null) {
                pick(null);
                event.consume();
            }
        });
    }

    /** Shows these rows, and that so many nodes could be reached. What is picked stays picked if it is still there. */
    void show(List<Item> items, int allNodes) {
        nodes = allNodes;
        replacing = true;
        getItems().setAll(items);
        replacing = false;
        pick(picked.get());
    }

    /** Picks a row by its hash, or none for null. */
    void pick(@Nullable Hash hash) {
        int place = -1;
        for (int i = 0; i < getItems().size() && hash != null; i++) {
            place = getItems().get(i).hash().equals(hash) ? i : place;
        }
        replacing = true;
        if (place < 0) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedIndex() != place) {
            getSelectionModel().clearAndSelect(place);
        }
        replacing = false;
        picked.set(place < 0 ? null : hash);
    }

    /** What is picked, or null. */
    ReadOnlyObjectProperty<@Nullable Hash> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    private void selected(@Nullable Item item) {
        if (!replacing) {
            picked.set(item == null ? null : item.hash());
        }
    }

    private static String millis(long nanos) {
        return Quantities.millis(nanos);
    }

    private static TableColumn<Item, String> column(
            String title, double width, String tip, Function<Item, String> text) {
        TableColumn<Item, String> column = new TableColumn<>();
        Label label = new Label(title);
        label.setTooltip(new Tooltip(tip));
        column.setGraphic(label);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }
}

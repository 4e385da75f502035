package org.polytorus.simulator.ui.propagation;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot.Travel;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Quantities;
import org.polytorus.simulator.ui.fx.Palette;
import org.polytorus.simulator.ui.graph.Emphasis;

/**
 * How fast blocks and transactions reach the nodes, and, for the one that is picked, by which links: the graph shows the tree of
 * its first deliveries. Every method belongs to the FX thread.
 */
public final class PropagationPane extends BorderPane {
    private static final double TABLE_SHARE = 0.62;

    private final ObjectProperty<Emphasis> emphasis;
    private final Label summary = new Label();
    private final ToggleButton blocks = new ToggleButton("Blocks");
    private final ToggleButton transactions = new ToggleButton("Transactions");
    private final CheckBox follow = new CheckBox("Show the latest in the graph");
    private final ItemTable table = new ItemTable();
    private final SpreadChart chart = new SpreadChart();
    private final BooleanProperty showing = new SimpleBooleanProperty();
    private PropagationSnapshot latest = PropagationSnapshot.NONE;
    private int nodes;

    /** @param emphasis what the graph explains */
    public PropagationPane(ObjectProperty<Emphasis> emphasis) {
        this.emphasis = emphasis;
        setId("propagationPane");
        summary.setId("propagationSummary");
        summary.setMinWidth(0);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        follow.setId("followLatest");
        follow.setMinWidth(USE_PREF_SIZE);
        follow.setTooltip(new Tooltip("Picks each block or transaction as it comes"));
        follow.setOnAction(event -> refresh());
        HBox header = new HBox(8, summary, follow, kinds());
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("pane-header");
        SplitPane both = new SplitPane(table, chart);
        both.setDividerPositions(TABLE_SHARE);
        setTop(header);
        setCenter(both);
        showing.subscribe(this::refresh);
        table.pickedProperty().subscribe(this::explain);
        emphasis.subscribe(this::emphasised);
        refresh();
    }

    /** Whether anybody can see the pane; it does nothing while nobody can. */
    public BooleanProperty showingProperty() {
        return showing;
    }

    /** Takes a new picture. */
    public void update(TestnetSnapshot snapshot) {
        boolean isNew =
                !snapshot.propagation().equals(latest) || snapshot.nodes().size() != nodes;
        latest = snapshot.propagation();
        nodes = snapshot.nodes().size();
        if (isNew) {
            refresh();
        }
    }

    /** Forgets the testnet that was shown. */
    public void clear() {
        latest = PropagationSnapshot.NONE;
        nodes = 0;
        table.pick(null);
        follow.setSelected(false);
        refresh();
    }

    public void setDark(boolean dark) {
        chart.setPalette(Palette.of(dark));
    }

    private void refresh() {
        if (!showing.get() && table.pickedProperty().get() == null && !follow.isSelected()) {
            return;
        }
        List<Item> items = blocks.isSelected() ? Item.blocks(latest) : Item.transactions(latest);
        table.show(items, nodes);
        if (follow.isSelected() && !items.isEmpty()) {
            table.pick(items.getFirst().hash());
        }
        summary.setText(text(blocks.isSelected() ? latest.blockTravel() : latest.transactionTravel()));
        explain();
    }

    private static String text(Travel travel) {
        return travel.deliveries() == 0
                ? "Pick one to see in the graph by which links it came"
                : "To half of the nodes " + Quantities.millis(travel.p50Nanos()) + ", 90 % "
                        + Quantities.millis(travel.p90Nanos()) + ", 99 % " + Quantities.millis(travel.p99Nanos());
    }

    /** Draws the one that is picked, and lets the graph show it. */
    private void explain() {
        Item item = find(table.pickedProperty().get());
        List<Item> items = table.getItems();
        chart.show(item == null && !items.isEmpty() ? items.getFirst() : item, nodes);
        if (item != null) {
            Emphasis.Spread spread = item.spread();
            if (!spread.equals(emphasis.get())) {
                emphasis.set(spread);
            }
        } else if (emphasis.get() instanceof Emphasis.Spread) {
            emphasis.set(Emphasis.NONE);
        }
    }

    private @Nullable Item find(@Nullable Hash hash) {
        return table.getItems().stream()
                .filter(item -> item.hash().equals(hash))
                .findFirst()
                .orElse(null);
    }

    /** Something else is explained in the graph, or nothing any more: then nothing is picked here. */
    private void emphasised(Emphasis now) {
        if (!(now instanceof Emphasis.Spread)) {
            follow.setSelected(false);
            table.pick(null);
        }
    }

    private HBox kinds() {
        ToggleGroup group = new ToggleGroup();
        blocks.setId("propagationBlocks");
        transactions.setId("propagationTransactions");
        blocks.getStyleClass().addAll(Styles.SMALL, Styles.LEFT_PILL);
        transactions.getStyleClass().addAll(Styles.SMALL, Styles.RIGHT_PILL);
        blocks.setToggleGroup(group);
        transactions.setToggleGroup(group);
        blocks.setSelected(true);
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else {
                table.pick(null);
                refresh();
            }
        });
        return new HBox(blocks, transactions);
    }
}

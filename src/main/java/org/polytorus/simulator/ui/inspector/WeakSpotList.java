package org.polytorus.simulator.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.polytorus.simulator.testnet.GraphMeasures;
import org.polytorus.simulator.ui.graph.Selection;

/** Links and nodes of which the loss of one splits the network; a click on one selects it. */
final class WeakSpotList extends FlowPane {
    private static final int MOST_SHOWN = 12;

    private final Consumer<Selection> selected;
    private List<Selection> shown = List.of();

    WeakSpotList(Consumer<Selection> selected) {
        super(10, 2);
        this.selected = selected;
        setId("weakSpots");
    }

    void show(GraphMeasures measures) {
        List<Selection> spots = new ArrayList<>();
        measures.bridges().forEach(bridge -> spots.add(new Selection.OfLink(bridge)));
        measures.articulationPoints().forEach(node -> spots.add(new Selection.OfNode(node)));
        if (spots.equals(shown)) {
            return;
        }
        shown = spots;
        getChildren().clear();
        spots.stream().limit(MOST_SHOWN).map(this::entry).forEach(getChildren()::add);
        if (spots.size() > MOST_SHOWN) {
            Label more = new Label("and " + (spots.size() - MOST_SHOWN) + " more");
            more.getStyleClass().add("muted");
            getChildren().add(more);
        }
    }

    private Hyperlink entry(Selection spot) {
        String text = switch (spot) {
            case Selection.OfLink(var link) -> link.a() + " – " + link.b();
            case Selection.OfNode(var node) -> node.value();
            case Selection.OfNodes _, Selection.Nothing _ -> "";
        };
        Hyperlink entry = new Hyperlink(text);
        entry.setId("weakSpot" + getChildren().size());
        entry.setMnemonicParsing(false);
        entry.setOnAction(event -> {
            entry.setVisited(false);
            selected.accept(spot);
        });
        return entry;
    }
}

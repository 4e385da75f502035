package org.polytorus.simulator.ui.inspector;

import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.GraphMeasures;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.Quantities;
import org.polytorus.simulator.ui.controls.Section;
import org.polytorus.simulator.ui.graph.Emphasis;

/** What the shape of the network says about its strength, and where one loss would split it. */
final class MeasuresSection extends VBox {
    private final Measuring measuring = new Measuring();
    private final Pointer pointer;
    private final Facts facts = new Facts();
    private final Label parts = facts.row("Parts", "measureParts");
    private final Label diameter = facts.row("Diameter", "measureDiameter");
    private final Label degree = facts.row("Links of a node", "measureDegree");
    private final Label clustering = facts.row("Clustering", "measureClustering");
    private final Label weak = facts.row("One loss splits it", "measureWeak");
    private final CheckBox show = new CheckBox("Show these in the graph");
    private final WeakSpotList spots;
    private @Nullable GraphMeasures shown;

    MeasuresSection(Pointer pointer) {
        this.pointer = pointer;
        spots = new WeakSpotList(pointer::select);
        clustering.setTooltip(
                new Tooltip("How often two neighbours of a node are neighbours themselves: 0 never, 1 always"));
        show.setId("weakToggle");
        show.setTooltip(new Tooltip("Marks links and nodes of which the loss of one would split the network"));
        show.setOnAction(event -> pointer.emphasis().set(show.isSelected() ? emphasis() : Emphasis.NONE));
        show.managedProperty().bind(show.visibleProperty());
        pointer.emphasis().subscribe(now -> show.setSelected(now instanceof Emphasis.WeakSpots));
        show(null);
        getChildren().add(new Section("Shape of the network", facts, spots, show));
    }

    /** Takes a new picture; what it comes to is shown some frames later. */
    void update(TestnetSnapshot snapshot) {
        measuring.offer(snapshot);
    }

    void clear() {
        measuring.clear();
        show(null);
    }

    /** Looks whether a measurement is due or finished; called once per frame. */
    void pulse(long nanos) {
        measuring.look(nanos);
        GraphMeasures latest = measuring.latest();
        if (!Objects.equals(latest, shown)) {
            show(latest);
        }
    }

    private void show(@Nullable GraphMeasures measures) {
        shown = measures;
        boolean isWeak = measures != null && measures.isOneCutFromPartition();
        show.setVisible(isWeak || show.isSelected());
        if (measures == null) {
            for (Label label : new Label[] {parts, diameter, degree, clustering, weak}) {
                label.setText("–");
            }
            spots.getChildren().clear();
            return;
        }
        parts.setText(Quantities.exact(measures.components()));
        diameter.setText(
                (measures.isDiameterExact() ? "" : "at least ") + Quantities.plural(measures.diameter(), "hop"));
        degree.setText(String.format(
                Locale.ROOT, "%.1f (%d to %d)", measures.meanDegree(), measures.minDegree(), measures.maxDegree()));
        clustering.setText(String.format(Locale.ROOT, "%.2f", measures.clustering()));
        weak.setText(
                isWeak
                        ? Quantities.plural(measures.bridges().size(), "link") + ", "
                                + Quantities.plural(
                                        measures.articulationPoints().size(), "node")
                        : "none");
        spots.show(measures);
        if (show.isSelected()) {
            pointer.emphasis().set(emphasis());
        }
    }

    private Emphasis emphasis() {
        GraphMeasures measures = shown;
        return measures == null
                ? Emphasis.NONE
                : new Emphasis.WeakSpots(measures.bridges(), measures.articulationPoints());
    }
}

package org.polytorus.simulator.ui.inspector;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.ui.charts.Metric;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.Quantities;
import org.polytorus.simulator.ui.controls.Section;

/** The eight counters, under the names that PolyTorus gives them. */
final class StatsSection extends VBox {
    private final Map<Metric, Label> values = new EnumMap<>(Metric.class);

    StatsSection() {
        Facts facts = new Facts();
        facts.getStyleClass().add("counters");
        for (Metric metric : Metric.values()) {
            values.put(metric, facts.row(metric.counterName(), "stat_" + metric.counterName()));
        }
        getChildren().add(new Section("Statistics", facts));
    }

    void update(NetworkStats stats) {
        values.forEach((metric, label) -> label.setText(Quantities.exact(metric.of(stats))));
    }
}

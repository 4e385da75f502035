package org.polytorus.simulator.ui.charts;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Moments;

/** The eight counters over time, of the testnet or of one node. Every method belongs to the FX thread. */
public final class ChartsPane extends BorderPane {
    private static final int COLUMNS = 4;
    private static final int ROWS = 2;
    private static final long NANOS_PER_MINUTE = 60_000_000_000L;
    /** "All" begins with at least this much, so that the first samples do not fill the whole width. */
    private static final long LEAST_SPAN_NANOS = 10_000_000_000L;

    /** Where virtual time runs so fast that a minute has fewer samples than this, more than a minute is shown. */
    private static final int LEAST_SAMPLES = 40;

    private final History history = new History();
    private final List<SmallChart> charts = new ArrayList<>();
    private final Label subject = new Label();
    private final ToggleButton rates = toggle("Rates", "ratesToggle", "Growth per second (active connections: as is)");
    private final ToggleButton totals = toggle("Totals", "totalsToggle", "The counters themselves");
    private final ToggleButton oneMinute = toggle("1 min", "oneMinuteToggle", "The last minute");
    private final ToggleButton fiveMinutes = toggle("5 min", "fiveMinutesToggle", "The last five minutes");
    private final ToggleButton all = toggle("All", "allToggle", "Everything that is kept: the last ten minutes");
    private final BooleanProperty showing = new SimpleBooleanProperty(true);
    private ChartColors colors = ChartColors.LIGHT;
    private Moments moments = Moments.REAL;
    private @Nullable NodeName node;
    private long cursorNanos = ChartRequest.NO_CURSOR;

    public ChartsPane() {
        setId("chartsPane");
        getStyleClass().add("charts-pane");
        subject.setId("chartsSubject");
        subject.getStyleClass().add("section-heading");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(8, subject, space, pills(rates, totals), pills(oneMinute, fiveMinutes, all));
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("pane-header");
        rates.setSelected(true);
        oneMinute.setSelected(true);
        setTop(header);
        setCenter(grid());
        showing.addListener((property, before, now) -> draw());
        draw();
    }

    /** Whether anybody can see the charts; they are not drawn while nobody can, but go on collecting. */
    public BooleanProperty showingProperty() {
        return showing;
    }

    /** Takes a sample if it is time for one. */
    public void update(TestnetSnapshot snapshot) {
        if (history.add(snapshot)) {
            draw();
        }
    }

    /** Shows a node, or the whole testnet for null. */
    public void select(@Nullable NodeName selected) {
        node = selected;
        draw();
    }

    /** Forgets all samples, for another testnet. */
    public void clear() {
        history.clear();
        node = null;
        // Even while nobody can see them: a chart that is resized later must not look at samples that are gone.
        show();
    }

    /** How the moment under the mouse is written. */
    public void setMoments(Moments written) {
        moments = written;
        draw();
    }

    public void setDark(boolean dark) {
        colors = dark ? ChartColors.DARK : ChartColors.LIGHT;
        draw();
    }

    private GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("charts-grid");
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(width);
        }
        for (int row = 0; row < ROWS; row++) {
            RowConstraints height = new RowConstraints();
            height.setPercentHeight(100.0 / ROWS);
            grid.getRowConstraints().add(height);
        }
        for (Metric metric : Metric.values()) {
            SmallChart chart = new SmallChart(metric, this::moveCursor);
            charts.add(chart);
            grid.add(chart, metric.position() % COLUMNS, metric.position() / COLUMNS);
        }
        return grid;
    }

    private void moveCursor(long epochNanos) {
        cursorNanos = epochNanos;
        draw();
    }

    private void draw() {
        if (showing.get()) {
            show();
        }
    }

    private void show() {
        History.Series series = history.series(node);
        String whose = node == null ? "Whole testnet" : node.value();
        subject.setText(series.size() == 0 ? "No samples yet: the counters of an open testnet are drawn here" : whose);
        long to = series.size() == 0 ? LEAST_SPAN_NANOS : series.epochNanos(series.size() - 1);
        ChartRequest request =
                new ChartRequest(series, to - span(series, to), to, rates.isSelected(), cursorNanos, colors, moments);
        charts.forEach(chart -> chart.show(request));
    }

    private long span(History.Series series, long to) {
        if (series.size() == 0) {
            return LEAST_SPAN_NANOS;
        }
        if (all.isSelected()) {
            return Math.max(LEAST_SPAN_NANOS, to - series.epochNanos(0));
        }
        long wanted = (oneMinute.isSelected() ? 1 : 5) * NANOS_PER_MINUTE;
        return Math.max(wanted, to - series.epochNanos(Math.max(0, series.size() - LEAST_SAMPLES)));
    }

    private static ToggleButton toggle(String text, String id, String tip) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setTooltip(new Tooltip(tip));
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    /** Joins toggles, one of which is always on. */
    private HBox pills(ToggleButton... buttons) {
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < buttons.length; i++) {
            buttons[i].setToggleGroup(group);
            buttons[i]
                    .getStyleClass()
                    .add(i == 0 ? Styles.LEFT_PILL : i == buttons.length - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
        }
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else {
                draw();
            }
        });
        return new HBox(buttons);
    }
}

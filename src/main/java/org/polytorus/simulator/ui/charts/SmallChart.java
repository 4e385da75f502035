package org.polytorus.simulator.ui.charts;

import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One counter over time: title and current value above, the line with its axes below. */
final class SmallChart extends VBox {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Metric metric;
    private final Label value = new Label("–");
    private final Canvas canvas = new Canvas();
    private @Nullable ChartRequest request;

    /** Tells {@code cursorMoved} the moment under the mouse, or {@link ChartRequest#NO_CURSOR} when it leaves. */
    SmallChart(Metric metric, LongConsumer cursorMoved) {
        this.metric = metric;
        setId("chart_" + metric.counterName());
        getStyleClass().add("small-chart");
        Label title = new Label(metric.title());
        title.setId("title_" + metric.counterName());
        widthProperty().subscribe(width -> {
            title.setText(metric.titleIn(width.doubleValue()));
            pseudoClassStateChanged(NARROW, Metric.isNarrow(width.doubleValue()));
        });
        title.getStyleClass().add("chart-title");
        title.setMinWidth(0);
        title.setTooltip(new Tooltip(metric.title() + " (" + metric.counterName() + ")"));
        value.getStyleClass().add("chart-value");
        value.setId("value_" + metric.counterName());
        value.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Pane plot = new Pane(canvas);
        // Whatever the head of one chart needs, all are equally wide.
        setMinWidth(0);
        plot.setMinSize(0, 0);
        plot.setPrefSize(120, 60);
        VBox.setVgrow(plot, Priority.ALWAYS);
        canvas.widthProperty().bind(plot.widthProperty());
        canvas.heightProperty().bind(plot.heightProperty());
        canvas.widthProperty().addListener((property, before, now) -> draw());
        canvas.heightProperty().addListener((property, before, now) -> draw());
        plot.setOnMouseMoved(event -> cursorMoved.accept(timeAt(event.getX())));
        plot.setOnMouseExited(event -> cursorMoved.accept(ChartRequest.NO_CURSOR));
        getChildren().addAll(new HBox(4, title, value), plot);
    }

    /** Shows other data, or the same at another moment. */
    void show(ChartRequest wanted) {
        request = wanted;
        draw();
    }

    private void draw() {
        ChartRequest shown = request;
        if (shown == null) {
            return;
        }
        value.setText(valueText(shown));
        setAccessibleText(metric.title() + ": " + value.getText());
        new ChartPainter(canvas, metric, shown).paint();
    }

    private String valueText(ChartRequest shown) {
        History.Series series = shown.series();
        if (series.size() == 0) {
            return "–";
        }
        int index = shown.hasCursor() ? series.indexAt(shown.cursorNanos()) : series.size() - 1;
        return metric.text(series.value(metric, index, shown.rate()), shown.rate());
    }

    private long timeAt(double x) {
        ChartRequest shown = request;
        return shown == null ? ChartRequest.NO_CURSOR : new ChartPainter(canvas, metric, shown).timeAt(x);
    }
}

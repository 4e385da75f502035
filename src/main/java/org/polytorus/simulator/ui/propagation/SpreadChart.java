package org.polytorus.simulator.ui.propagation;

import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.ui.controls.Quantities;
import org.polytorus.simulator.ui.fx.Palette;

/** The share of the nodes that have something, over the time since it was made. */
final class SpreadChart extends Pane {
    private static final double LEFT = 44;
    private static final double RIGHT = 10;
    private static final double TOP = 10;
    private static final double BOTTOM = 18;
    private static final double FONT_PIXELS = 10;
    private static final double[] SHARES = {0, 0.5, 0.9, 1};
    private static final double AREA_OPACITY = 0.16;

    private final Canvas canvas = new Canvas();
    private Palette palette = Palette.LIGHT;
    private @Nullable Item item;
    private int nodes;

    SpreadChart() {
        setId("spreadChart");
        setMinSize(0, 0);
        getChildren().add(canvas);
        canvas.widthProperty().bind(widthProperty());
        canvas.heightProperty().bind(heightProperty());
        canvas.widthProperty().subscribe(this::draw);
        canvas.heightProperty().subscribe(this::draw);
    }

    void setPalette(Palette changed) {
        palette = changed;
        draw();
    }

    /** Shows how something spread among so many nodes; nothing for null. */
    void show(@Nullable Item shown, int allNodes) {
        item = shown;
        nodes = Math.max(1, allNodes);
        setAccessibleText(
                shown == null
                        ? "Nothing is shown"
                        : String.format(
                                Locale.ROOT,
                                "%s from %s has reached %d of %d nodes",
                                shown.name(),
                                shown.origin(),
                                shown.reached(),
                                nodes));
        draw();
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Item shown = item;
        if (shown == null || plotWidth() < 20 || plotHeight() < 20) {
            return;
        }
        List<Arrival> deliveries = shown.journey().deliveries();
        long longest =
                deliveries.isEmpty() ? 1 : Math.max(1, deliveries.getLast().nanos());
        pen.setFont(Font.font(FONT_PIXELS));
        grid(pen, longest);
        curve(pen, deliveries, longest);
    }

    private void grid(GraphicsContext pen, long longest) {
        pen.setLineWidth(1);
        pen.setStroke(palette.outline());
        pen.setFill(palette.mutedText());
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.RIGHT);
        for (double share : SHARES) {
            double y = Math.round(y(share)) + 0.5;
            pen.strokeLine(LEFT, y, LEFT + plotWidth(), y);
            pen.fillText(Math.round(share * 100) + " %", LEFT - 6, y);
        }
        pen.setTextBaseline(VPos.BOTTOM);
        pen.fillText(Quantities.millis(longest), LEFT + plotWidth(), canvas.getHeight());
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText("made", LEFT, canvas.getHeight());
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText(Quantities.millis(longest / 2), LEFT + plotWidth() / 2, canvas.getHeight());
    }

    /** A step for every node. */
    private void curve(GraphicsContext pen, List<Arrival> deliveries, long longest) {
        int points = 2 * deliveries.size() + 2;
        double[] xs = new double[points];
        double[] ys = new double[points];
        xs[0] = LEFT;
        ys[0] = y(1.0 / nodes);
        for (int i = 0; i < deliveries.size(); i++) {
            double x = LEFT + plotWidth() * deliveries.get(i).nanos() / longest;
            xs[2 * i + 1] = x;
            ys[2 * i + 1] = y((i + 1.0) / nodes);
            xs[2 * i + 2] = x;
            ys[2 * i + 2] = y((i + 2.0) / nodes);
        }
        xs[points - 1] = LEFT + plotWidth();
        ys[points - 1] = y((deliveries.size() + 1.0) / nodes);
        pen.beginPath();
        pen.moveTo(LEFT, y(0));
        for (int i = 0; i < points; i++) {
            pen.lineTo(xs[i], ys[i]);
        }
        pen.lineTo(LEFT + plotWidth(), y(0));
        pen.closePath();
        pen.setFill(palette.highlight().deriveColor(0, 1, 1, AREA_OPACITY));
        pen.fill();
        pen.setStroke(palette.highlight());
        pen.setLineWidth(1.6);
        pen.strokePolyline(xs, ys, points);
    }

    private double plotWidth() {
        return canvas.getWidth() - LEFT - RIGHT;
    }

    private double plotHeight() {
        return canvas.getHeight() - TOP - BOTTOM;
    }

    private double y(double share) {
        return TOP + plotHeight() * (1 - Math.clamp(share, 0.0, 1.0));
    }
}

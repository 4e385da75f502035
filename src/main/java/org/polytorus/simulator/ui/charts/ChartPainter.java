package org.polytorus.simulator.ui.charts;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.polytorus.simulator.ui.controls.Quantities;

/** Draws one small chart as a polyline, which costs a fraction of what a chart of the scene graph does. */
final class ChartPainter {
    private static final double LEFT = 46;
    private static final double RIGHT = 4;
    private static final double TOP = 6;
    private static final double BOTTOM = 15;
    private static final double FONT_PIXELS = 10;
    private static final double MIN_LABEL_DISTANCE = 13;

    private final GraphicsContext pen;
    private final Metric metric;
    private final ChartRequest request;
    private final History.Series series;
    private final double width;
    private final double height;
    private final int first;
    private final Axis axis;

    ChartPainter(Canvas canvas, Metric metric, ChartRequest request) {
        this.pen = canvas.getGraphicsContext2D();
        this.metric = metric;
        this.request = request;
        this.series = request.series();
        this.width = Math.max(0, canvas.getWidth() - LEFT - RIGHT);
        this.height = Math.max(0, canvas.getHeight() - TOP - BOTTOM);
        this.first = series.size() == 0 ? 0 : series.indexAt(request.fromNanos());
        this.axis = Axis.upTo(greatest(), metric.unit(), request.rate());
    }

    void paint() {
        pen.clearRect(0, 0, pen.getCanvas().getWidth(), pen.getCanvas().getHeight());
        if (width < 1 || height < 1 || series.size() == 0) {
            return;
        }
        pen.setFont(Font.font(FONT_PIXELS));
        grid();
        if (request.hasCursor()) {
            momentUnderCursor();
        } else {
            times();
        }
        if (series.size() > 1) {
            line();
            if (request.hasCursor()) {
                cursor();
            }
        }
    }

    /** The moment that a place on the canvas stands for. */
    long timeAt(double x) {
        double share = Math.clamp((x - LEFT) / Math.max(1, width), 0, 1);
        return request.fromNanos() + (long) (share * (request.toNanos() - request.fromNanos()));
    }

    private double greatest() {
        double greatest = 0;
        for (int i = first; i < series.size(); i++) {
            greatest = Math.max(greatest, series.value(metric, i, request.rate()));
        }
        return greatest;
    }

    private double x(int index) {
        double span = Math.max(1, request.toNanos() - request.fromNanos());
        return LEFT + width * Math.max(0, (series.epochNanos(index) - request.fromNanos()) / span);
    }

    private double y(double value) {
        return TOP + height * (1 - value / axis.top());
    }

    private void grid() {
        pen.setStroke(request.colors().grid());
        pen.setFill(request.colors().text());
        pen.setLineWidth(1);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        int every = Math.max(1, (int) Math.ceil(MIN_LABEL_DISTANCE * axis.marks() / height));
        for (int mark = 0; mark <= axis.marks(); mark += every) {
            double y = Math.round(y(mark * axis.step())) + 0.5;
            pen.strokeLine(LEFT, y, LEFT + width, y);
            pen.fillText(metric.text(mark * axis.step(), false), LEFT - 5, y, LEFT - 5);
        }
    }

    private void times() {
        pen.setTextBaseline(VPos.BOTTOM);
        double base = pen.getCanvas().getHeight();
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText("now", LEFT + width, base);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText("−" + Quantities.span(request.toNanos() - request.fromNanos()), LEFT, base);
    }

    /** Below the cursor's line, in the place of the two ends, and never beyond the edges of the chart. */
    private void momentUnderCursor() {
        int index = series.indexAt(request.cursorNanos());
        String text = request.moments().text(series.epochNanos(index));
        Text measured = new Text(text);
        measured.setFont(pen.getFont());
        double half = measured.getLayoutBounds().getWidth() / 2;
        double right = Math.max(half, pen.getCanvas().getWidth() - half);
        pen.setTextBaseline(VPos.BOTTOM);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText(text, Math.clamp(x(index), half, right), pen.getCanvas().getHeight());
    }

    /** Samples that share a pixel column are drawn as their least and greatest, so that no peak is lost. */
    private void line() {
        int size = series.size();
        double[] xs = new double[2 * (size - first)];
        double[] ys = new double[xs.length];
        int points = 0;
        int index = first;
        while (index < size) {
            double x = x(index);
            double least = series.value(metric, index, request.rate());
            double greatest = least;
            int next = index + 1;
            while (next < size && x(next) - x < 1) {
                double value = series.value(metric, next++, request.rate());
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
            xs[points] = x;
            ys[points++] = y(greatest);
            if (least != greatest) {
                xs[points] = x;
                ys[points++] = y(least);
            }
            index = next;
        }
        area(xs, ys, points);
        pen.setStroke(request.colors().line());
        pen.setLineWidth(1.5);
        pen.strokePolyline(xs, ys, points);
    }

    private void area(double[] xs, double[] ys, int points) {
        pen.setFill(request.colors().area());
        pen.beginPath();
        pen.moveTo(xs[0], y(0));
        for (int i = 0; i < points; i++) {
            pen.lineTo(xs[i], ys[i]);
        }
        pen.lineTo(xs[points - 1], y(0));
        pen.closePath();
        pen.fill();
    }

    private void cursor() {
        int index = series.indexAt(request.cursorNanos());
        double x = Math.round(x(index)) + 0.5;
        double y = y(series.value(metric, index, request.rate()));
        pen.setStroke(request.colors().cursor());
        pen.setLineWidth(1);
        pen.strokeLine(x, TOP, x, TOP + height);
        pen.setFill(request.colors().cursor());
        pen.fillOval(x - 3, y - 3, 6, 6);
    }
}

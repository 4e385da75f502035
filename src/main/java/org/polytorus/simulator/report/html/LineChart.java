package org.polytorus.simulator.report.html;

import java.util.List;

/**
 * A small chart of lines over a common scale, with bands behind them. What it shows is said in words, too.
 *
 * @param title what it is of
 * @param description what a person who cannot see it should know
 * @param unit behind the figures below, such as s
 * @param maxX the right end of the scale below; it begins at 0
 * @param percent whether the scale at the side is of shares, from 0 to 1
 */
record LineChart(
        String title,
        String description,
        String unit,
        double maxX,
        boolean percent,
        List<Line> lines,
        List<Shade> shades) {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 170;
    private static final int LEFT = 46;
    private static final int RIGHT = 20;
    private static final int TOP = 10;
    private static final int BOTTOM = 24;
    private static final int STEPS = 4;
    private static final int STEPS_BELOW = 6;
    /** Colours of lines that there are; more than these begin anew, with dashes. */
    private static final int COLOURS = 6;

    LineChart {
        lines = List.copyOf(lines);
        shades = List.copyOf(shades);
    }

    /** One line by its points. */
    record Line(String name, double[] x, double[] y) {}

    /** A time that stands out, such as that of a partition. */
    record Shade(double from, double to, String name) {}

    void write(Markup page) {
        page.open("figure", "class", "chart");
        page.element("figcaption", title);
        page.open("svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-label", title);
        page.element("title", title).element("desc", description);
        shades.forEach(shade -> shade(page, shade));
        double top = top();
        grid(page, top);
        for (int i = 0; i < lines.size(); i++) {
            page.leaf("polyline", "class", "line " + look(i), "points", points(lines.get(i), top));
        }
        page.close();
        if (lines.size() > 1) {
            key(page);
        }
        page.close().line();
    }

    private void key(Markup page) {
        page.open("p", "class", "key");
        for (int i = 0; i < lines.size(); i++) {
            page.open("span").open("svg", "viewBox", "0 0 22 8", "class", "swatch", "aria-hidden", "true");
            page.leaf("polyline", "class", "line " + look(i), "points", "1,4 21,4")
                    .close();
            page.text(lines.get(i).name()).close().text(" ");
        }
        page.close();
    }

    private static String look(int line) {
        return "c" + line % COLOURS + (line / COLOURS % 2 == 1 ? " dashed" : "");
    }

    private void shade(Markup page, Shade shade) {
        double from = x(Math.min(shade.from(), maxX));
        double to = x(Math.min(shade.to(), maxX));
        page.open(
                "rect",
                "class",
                "shade",
                "x",
                Numbers.at(from),
                "y",
                TOP,
                "width",
                Numbers.at(Math.max(1, to - from)),
                "height",
                HEIGHT - TOP - BOTTOM);
        page.element("title", shade.name()).close();
    }

    private void grid(Markup page, double top) {
        for (int i = 0; i <= STEPS; i++) {
            double value = top * i / STEPS;
            double y = y(value, top);
            page.leaf(
                    "line", "class", "grid", "x1", LEFT, "x2", WIDTH - RIGHT, "y1", Numbers.at(y), "y2", Numbers.at(y));
            String text = percent ? Math.round(value * 100) + " %" : Numbers.shortly(value);
            page.element("text", text, "class", "scale end", "x", LEFT - 6, "y", Numbers.at(y + 4));
        }
        double step = Scale.step(maxX, STEPS_BELOW);
        int steps = Scale.count(maxX, step);
        for (int i = 0; i <= steps; i++) {
            String text = Numbers.shortly(i * step) + (i == steps ? " " + unit : "");
            String anchor = i == 0 ? "scale" : "scale middle";
            page.element("text", text, "class", anchor, "x", Numbers.at(x(i * step)), "y", HEIGHT - 7);
        }
    }

    private String points(Line line, double top) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < line.x().length; i++) {
            points.append(i == 0 ? "" : " ")
                    .append(Numbers.at(x(line.x()[i])))
                    .append(',')
                    .append(Numbers.at(y(line.y()[i], top)));
        }
        return points.toString();
    }

    private double x(double value) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (maxX <= 0 ? 0 : Math.clamp(value / maxX, 0, 1));
    }

    private static double y(double value, double top) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - Math.clamp(value / top, 0, 1));
    }

    /** The top of the scale: four even steps of a round number hold the highest value. */
    private double top() {
        if (percent) {
            return 1;
        }
        double highest = 0;
        for (Line line : lines) {
            for (double value : line.y()) {
                highest = Math.max(highest, value);
            }
        }
        return highest <= STEPS ? STEPS : Scale.step(highest, STEPS) * STEPS;
    }
}

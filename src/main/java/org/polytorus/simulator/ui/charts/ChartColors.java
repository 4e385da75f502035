package org.polytorus.simulator.ui.charts;

import javafx.scene.paint.Color;

/** What a chart is drawn with: the values of AtlantaFX's Primer themes, which a canvas cannot look up by itself. */
record ChartColors(Color line, Color area, Color grid, Color text, Color cursor) {
    private static final double AREA_OPACITY = 0.14;
    static final ChartColors LIGHT = of("#0969da", "#d8dee4", "#57606a", "#24292f");
    static final ChartColors DARK = of("#58a6ff", "#30363d", "#8b949e", "#c9d1d9");

    private static ChartColors of(String line, String grid, String text, String cursor) {
        Color stroke = Color.web(line);
        Color area = stroke.deriveColor(0, 1, 1, AREA_OPACITY);
        return new ChartColors(stroke, area, Color.web(grid), Color.web(text), Color.web(cursor));
    }
}

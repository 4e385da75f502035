package org.polytorus.simulator.ui.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.polytorus.simulator.ui.fx.Palette;

/** Fonts and the widths of texts on the canvases. Belongs to the FX thread. */
final class Lettering {
    /** How many characters of a name stand under a node. */
    static final int MAX_NAME_LENGTH = 18;

    /** Between a text and the edge of its plate. */
    static final double LABEL_PADDING = 3;

    private static final int MAX_WIDTHS = 8_192;
    private static final String ELLIPSIS = "…";

    private record Key(String text, double size) {}

    private final Text measure = new Text();
    private final Map<Double, Font> plain = new LinkedHashMap<>();
    private final Map<Double, Font> bold = new LinkedHashMap<>();
    private final Map<Key, Double> widths = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
            return size() > MAX_WIDTHS;
        }
    };

    /** Sizes are whole and half pixels, so that there are few fonts. */
    Font plain(double size) {
        return plain.computeIfAbsent(
                rounded(size), s -> Font.font(Font.getDefault().getFamily(), s));
    }

    Font bold(double size) {
        return bold.computeIfAbsent(
                rounded(size), s -> Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, s));
    }

    double width(String text, double size) {
        return widths.computeIfAbsent(new Key(text, rounded(size)), key -> {
            measure.setFont(plain(key.size));
            measure.setText(key.text);
            return measure.getLayoutBounds().getWidth();
        });
    }

    /** Draws a text on a plate around a point, if there is room; returns whether. */
    boolean label(GraphicsContext gc, String text, double x, double y, Font font, LabelRoom room, Palette palette) {
        double width = width(text, font.getSize()) + 2 * LABEL_PADDING;
        double height = font.getSize() + 5;
        if (!room.take(x, y, width, height)) {
            return false;
        }
        plate(gc, x, y, width, height, palette);
        gc.setFont(font);
        gc.setFill(palette.text());
        gc.fillText(text, x, y);
        return true;
    }

    /** A ground that keeps what lies below from crossing a text. */
    static void plate(GraphicsContext gc, double x, double y, double width, double height, Palette palette) {
        gc.setFill(palette.background().deriveColor(0, 1, 1, 0.86));
        gc.fillRoundRect(x - width / 2, y - height / 2, width, height, 6, 6);
    }

    private static double rounded(double size) {
        return Math.round(size * 2) / 2.0;
    }

    /** Cuts the middle out of a long name: its end is often what tells it from the others. */
    static String shortened(String name, int maxLength) {
        int length = name.codePointCount(0, name.length());
        if (length <= maxLength) {
            return name;
        }
        int tail = (maxLength - 1) / 2;
        int head = maxLength - 1 - tail;
        return name.substring(0, name.offsetByCodePoints(0, head))
                + ELLIPSIS
                + name.substring(name.offsetByCodePoints(0, length - tail));
    }

    /** A height that fits into a node: 9999, 12k, 3M. */
    static String height(int height) {
        if (height < 10_000) {
            return Integer.toString(height);
        }
        return height < 1_000_000 ? height / 1_000 + "k" : height / 1_000_000 + "M";
    }
}

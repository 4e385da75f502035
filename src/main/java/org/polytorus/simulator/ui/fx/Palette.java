package org.polytorus.simulator.ui.fx;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * All colours of the drawn parts of the window, once for each theme. Shapes stand out from {@link #background} by at
 * least 3:1 and text by at least 4.5:1 (WCAG 2.2); the hues follow Okabe and Ito, so that colour-blind people can tell
 * them apart, and no meaning rests on a colour alone.
 *
 * @param background what everything is drawn on
 * @param surface the ground of overlays, such as the legend
 * @param outline the border of overlays
 * @param text names and figures
 * @param mutedText what is said in passing
 * @param onNode text inside a filled node
 * @param highlight what is selected or under the mouse
 * @param tips rings of nodes by chain tip: the first is the majority's, the others are forks'
 * @param sides grounds of the sides of a partition, see-through
 */
public record Palette(
        Color background,
        Color surface,
        Color outline,
        Color text,
        Color mutedText,
        Color onNode,
        Color highlight,
        NodeColours node,
        LinkColours link,
        MessageColours message,
        List<Color> tips,
        List<Color> sides) {

    /** Nodes by how they do. */
    public record NodeColours(
            Color healthy,
            Color degraded,
            Color unhealthy,
            Color disconnected,
            Color starting,
            Color stopped,
            Color failed) {}

    /** Links by their state. */
    public record LinkColours(Color connected, Color connecting, Color down, Color dropped, Color silent, Color cut) {}

    /** Messages by the group of their kind. */
    public record MessageColours(
            Color block, Color transaction, Color gossip, Color keepAlive, Color handshake, Color error) {}

    public static final Palette LIGHT = new Palette(
            Color.web("#fafbfd"),
            Color.web("#ffffff"),
            Color.web("#cfd6e0"),
            Color.web("#1b2430"),
            Color.web("#55606f"),
            Color.web("#ffffff"),
            Color.web("#005fcc"),
            new NodeColours(
                    Color.web("#00795c"),
                    Color.web("#946200"),
                    Color.web("#bb3e03"),
                    Color.web("#5a6778"),
                    Color.web("#5a6778"),
                    Color.web("#6b7686"),
                    Color.web("#b00039")),
            new LinkColours(
                    Color.web("#74839a"),
                    Color.web("#0072b2"),
                    Color.web("#7d8897"),
                    Color.web("#c9184a"),
                    Color.web("#7b4fa3"),
                    Color.web("#9a4d00")),
            new MessageColours(
                    Color.web("#d9480f"),
                    Color.web("#0077c2"),
                    Color.web("#8e44ad"),
                    Color.web("#6f7b8a"),
                    Color.web("#00795c"),
                    Color.web("#c4002f")),
            List.of(
                    Color.web("#0072b2"),
                    Color.web("#d55e00"),
                    Color.web("#a3307e"),
                    Color.web("#6b6200"),
                    Color.web("#4b2e9e"),
                    Color.web("#8f0024"),
                    Color.web("#5c4a3d")),
            List.of(
                    Color.web("#e69f00", 0.16),
                    Color.web("#56b4e9", 0.18),
                    Color.web("#cc79a7", 0.16),
                    Color.web("#009e73", 0.14)));

    public static final Palette DARK = new Palette(
            Color.web("#0f141b"),
            Color.web("#182029"),
            Color.web("#36424f"),
            Color.web("#e8edf3"),
            Color.web("#a3afbd"),
            Color.web("#0b1016"),
            Color.web("#7cc4ff"),
            new NodeColours(
                    Color.web("#2fc39a"),
                    Color.web("#f0b429"),
                    Color.web("#ff7d4a"),
                    Color.web("#97a5b7"),
                    Color.web("#97a5b7"),
                    Color.web("#8793a3"),
                    Color.web("#ff6b8e")),
            new LinkColours(
                    Color.web("#7a8aa0"),
                    Color.web("#56b4e9"),
                    Color.web("#6b7787"),
                    Color.web("#ff5c7c"),
                    Color.web("#b794f4"),
                    Color.web("#ffa94d")),
            new MessageColours(
                    Color.web("#ff9f43"),
                    Color.web("#5bc0ff"),
                    Color.web("#d6a4ff"),
                    Color.web("#93a1b3"),
                    Color.web("#4ee0b5"),
                    Color.web("#ff5470")),
            List.of(
                    Color.web("#56b4e9"),
                    Color.web("#ff8c1a"),
                    Color.web("#ee86c0"),
                    Color.web("#f0e442"),
                    Color.web("#9474f5"),
                    Color.web("#e8334f"),
                    Color.web("#b59a82")),
            List.of(
                    Color.web("#e69f00", 0.17),
                    Color.web("#56b4e9", 0.17),
                    Color.web("#cc79a7", 0.18),
                    Color.web("#009e73", 0.19)));

    public Palette {
        tips = List.copyOf(tips);
        sides = List.copyOf(sides);
    }

    /** The palette of a theme. */
    public static Palette of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /** A colour as CSS writes it. */
    public static String css(Color color) {
        return "#%02x%02x%02x"
                .formatted(
                        Math.round(color.getRed() * 255),
                        Math.round(color.getGreen() * 255),
                        Math.round(color.getBlue() * 255));
    }
}

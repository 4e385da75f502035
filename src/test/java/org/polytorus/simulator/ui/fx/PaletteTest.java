package org.polytorus.simulator.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contrasts that WCAG 2.2 asks for: 3:1 for shapes (1.4.11), 4.5:1 for text (1.4.3). */
class PaletteTest {
    private static final double SHAPE_CONTRAST = 3;
    private static final double TEXT_CONTRAST = 4.5;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyShapeStandsOutFromTheBackgroundAndFromTheLegend(boolean dark) {
        Palette palette = Palette.of(dark);
        for (Color shape : shapes(palette)) {
            assertThat(contrast(shape, palette.background()))
                    .as("%s on the background", shape)
                    .isGreaterThanOrEqualTo(SHAPE_CONTRAST);
            assertThat(contrast(shape, palette.surface()))
                    .as("%s on the legend", shape)
                    .isGreaterThanOrEqualTo(SHAPE_CONTRAST);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTextIsReadable(boolean dark) {
        Palette palette = Palette.of(dark);
        for (Color text : List.of(palette.text(), palette.mutedText())) {
            assertThat(contrast(text, palette.background())).isGreaterThanOrEqualTo(TEXT_CONTRAST);
            assertThat(contrast(text, palette.surface())).isGreaterThanOrEqualTo(TEXT_CONTRAST);
        }
        for (Color fill : filledNodes(palette)) {
            assertThat(contrast(palette.onNode(), fill)).as("text on %s", fill).isGreaterThanOrEqualTo(TEXT_CONTRAST);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ringsOfTipsDifferFromEachOtherEvenToTheColourBlind(boolean dark) {
        List<Color> tips = Palette.of(dark).tips();
        for (int i = 0; i < tips.size(); i++) {
            for (int j = i + 1; j < tips.size(); j++) {
                assertThat(distance(tips.get(i), tips.get(j)))
                        .as("%s and %s", tips.get(i), tips.get(j))
                        .isGreaterThan(0.12);
                assertThat(distance(withoutRed(tips.get(i)), withoutRed(tips.get(j))))
                        .as("%s and %s for a protanope", tips.get(i), tips.get(j))
                        .isGreaterThan(0.04);
            }
        }
    }

    private static List<Color> filledNodes(Palette palette) {
        Palette.NodeColours node = palette.node();
        return List.of(node.healthy(), node.degraded(), node.unhealthy(), node.disconnected(), node.failed());
    }

    private static List<Color> shapes(Palette palette) {
        List<Color> shapes = new ArrayList<>(palette.tips());
        shapes.addAll(filledNodes(palette));
        shapes.add(palette.node().starting());
        shapes.add(palette.node().stopped());
        shapes.add(palette.highlight());
        Palette.LinkColours link = palette.link();
        shapes.addAll(
                List.of(link.connected(), link.connecting(), link.down(), link.dropped(), link.silent(), link.cut()));
        Palette.MessageColours message = palette.message();
        shapes.addAll(List.of(
                message.block(),
                message.transaction(),
                message.gossip(),
                message.keepAlive(),
                message.handshake(),
                message.error()));
        return shapes;
    }

    /** WCAG's contrast ratio. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double distance(Color one, Color other) {
        double red = one.getRed() - other.getRed();
        double green = one.getGreen() - other.getGreen();
        double blue = one.getBlue() - other.getBlue();
        return Math.sqrt((red * red + green * green + blue * blue) / 3);
    }

    /** How a protanope sees a colour, after Viénot, Brettel and Mollon 1999. */
    private static Color withoutRed(Color colour) {
        double red = linear(colour.getRed());
        double green = linear(colour.getGreen());
        double blue = linear(colour.getBlue());
        double yellow = 0.11238 * red + 0.88762 * green;
        return Color.color(
                encoded(yellow), encoded(yellow), encoded(Math.clamp(0.00401 * (red - green) + blue, 0.0, 1.0)));
    }

    private static double encoded(double linear) {
        double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return Math.clamp(value, 0.0, 1.0);
    }
}

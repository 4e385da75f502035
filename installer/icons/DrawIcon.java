import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Draws the program's icon: a ring of linked nodes, one of which follows another tip. From one geometry come the SVG and
 * the PNGs beside this file, and the window's icon. Run once after a change, from the project's folder:
 * {@code java installer/icons/DrawIcon.java}
 */
final class DrawIcon {
    private static final Path ICONS = Path.of("installer", "icons");
    private static final Path WINDOW_ICON = Path.of("resources", "org", "polytorus", "simulator", "ui", "icon.png");
    private static final int[] SIZES = {512, 256, 48};

    /** The drawing is made on a square of this side and scaled. */
    private static final double SIDE = 512;

    private static final int NODES = 6;
    private static final double CENTRE = SIDE / 2;
    private static final double RING_RADIUS = 150;
    private static final double RING_WIDTH = 46;
    private static final double NODE_RADIUS = 45;
    private static final double NODE_BORDER = 12;
    private static final double LINK_WIDTH = 9;
    private static final double CORNER = 112;
    private static final double MARGIN = 16;
    private static final Color TOP = new Color(0x27406f);
    private static final Color BOTTOM = new Color(0x121c36);
    private static final Color RING = new Color(0x3f68b5);
    private static final Color LINK = new Color(0x86aef2);
    private static final Color NODE = new Color(0x5fd3bc);
    private static final Color OTHER_TIP = new Color(0xffb454);
    private static final Color BORDER = new Color(0x121c36);

    private DrawIcon() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Files.writeString(ICONS.resolve("polytorus-testnet.svg"), svg());
        for (int size : SIZES) {
            ImageIO.write(png(size), "png", ICONS.resolve("polytorus-testnet-" + size + ".png").toFile());
        }
        Files.createDirectories(WINDOW_ICON.getParent());
        Files.copy(
                ICONS.resolve("polytorus-testnet-256.png"),
                WINDOW_ICON,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static double x(int node) {
        return CENTRE + RING_RADIUS * Math.sin(2 * Math.PI * node / NODES);
    }

    private static double y(int node) {
        return CENTRE - RING_RADIUS * Math.cos(2 * Math.PI * node / NODES);
    }

    private static Color colour(int node) {
        return node == 1 ? OTHER_TIP : NODE;
    }

    private static BufferedImage png(int size) {
        // Drawn four times as large and halved twice: smoother than any hint at 48 pixels.
        BufferedImage image = draw(size * 4);
        for (int half = size * 2; half >= size; half /= 2) {
            BufferedImage smaller = new BufferedImage(half, half, BufferedImage.TYPE_INT_ARGB);
            Graphics2D g = smaller.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(image, 0, 0, half, half, null);
            g.dispose();
            image = smaller;
        }
        return image;
    }

    private static BufferedImage draw(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size / SIDE, size / SIDE);
        g.setPaint(new GradientPaint(0, 0, TOP, 0, (float) SIDE, BOTTOM));
        double inner = SIDE - 2 * MARGIN;
        g.fill(new RoundRectangle2D.Double(MARGIN, MARGIN, inner, inner, 2 * CORNER, 2 * CORNER));
        g.setColor(RING);
        g.setStroke(new BasicStroke((float) RING_WIDTH));
        g.draw(circle(CENTRE, CENTRE, RING_RADIUS));
        g.setColor(LINK);
        g.setStroke(new BasicStroke((float) LINK_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D hexagon = new Path2D.Double();
        for (int i = 0; i < NODES; i++) {
            if (i == 0) {
                hexagon.moveTo(x(i), y(i));
            } else {
                hexagon.lineTo(x(i), y(i));
            }
        }
        hexagon.closePath();
        g.draw(hexagon);
        for (int i = 0; i < NODES / 2; i++) {
            g.draw(new Line2D.Double(x(i), y(i), x(i + NODES / 2), y(i + NODES / 2)));
        }
        for (int i = 0; i < NODES; i++) {
            g.setColor(BORDER);
            g.fill(circle(x(i), y(i), NODE_RADIUS));
            g.setColor(colour(i));
            g.fill(circle(x(i), y(i), NODE_RADIUS - NODE_BORDER));
        }
        g.dispose();
        return image;
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static String svg() {
        StringBuilder svg = new StringBuilder();
        line(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 512 512\">");
        line(svg, "  <title>PolyTorus testnet simulator</title>");
        line(
                svg,
                "  <linearGradient id=\"night\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop stop-color=\"%s\"/>"
                        + "<stop offset=\"1\" stop-color=\"%s\"/></linearGradient>",
                hex(TOP),
                hex(BOTTOM));
        line(
                svg,
                "  <rect x=\"%1$.0f\" y=\"%1$.0f\" width=\"%2$.0f\" height=\"%2$.0f\" rx=\"%3$.0f\" fill=\"url(#night)\"/>",
                MARGIN,
                SIDE - 2 * MARGIN,
                CORNER);
        line(
                svg,
                "  <circle cx=\"%1$.0f\" cy=\"%1$.0f\" r=\"%2$.0f\" fill=\"none\" stroke=\"%3$s\" stroke-width=\"%4$.0f\"/>",
                CENTRE,
                RING_RADIUS,
                hex(RING),
                RING_WIDTH);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < NODES; i++) {
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x(i), y(i)));
        }
        path.append('Z');
        for (int i = 0; i < NODES / 2; i++) {
            int across = i + NODES / 2;
            path.append(String.format(Locale.ROOT, "M%.1f %.1fL%.1f %.1f", x(i), y(i), x(across), y(across)));
        }
        line(
                svg,
                "  <path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.0f\" stroke-linecap=\"round\""
                        + " stroke-linejoin=\"round\"/>",
                path,
                hex(LINK),
                LINK_WIDTH);
        for (int i = 0; i < NODES; i++) {
            line(
                    svg,
                    "  <circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.0f\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%.0f\"/>",
                    x(i),
                    y(i),
                    NODE_RADIUS - NODE_BORDER / 2,
                    hex(colour(i)),
                    hex(BORDER),
                    NODE_BORDER);
        }
        line(svg, "</svg>");
        return svg.toString();
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String hex(Color colour) {
        return String.format("#%06x", colour.getRGB() & 0xffffff);
    }
}

package org.polytorus.simulator.ui.graph;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.polytorus.simulator.ui.fx.Palette;

/** Explains shapes, colours and dashes of the graph; a button folds it away. It draws with what the graph draws with. */
public final class GraphLegend extends VBox {
    private static final double SIGN_WIDTH = 38;
    private static final double SIGN_HEIGHT = 22;
    private static final double SIGN_X = SIGN_WIDTH / 2;
    private static final double SIGN_Y = SIGN_HEIGHT / 2;

    /** The width at which all columns stand side by side. */
    private static final double ALL_COLUMNS = 880;

    private static final double SIDE_PADDING = 12;
    private static final double BORDERS = 4;
    private static final double BUTTON_ROOM = 40;

    private final BooleanProperty expanded = new SimpleBooleanProperty(this, "expanded", false);
    private final Button button = new Button();
    private Palette palette = Palette.LIGHT;
    private double maxColumns = ALL_COLUMNS;
    private double maxHeight = Double.MAX_VALUE;

    GraphLegend() {
        getStyleClass().add("graph-legend");
        setSpacing(6);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setPickOnBounds(false);
        button.getStyleClass().addAll("small", "graph-legend-button");
        button.setTooltip(new Tooltip("Explains the shapes, colours and dashes of the graph"));
        button.setOnAction(event -> expanded.set(!expanded.get()));
        expanded.subscribe(this::rebuild);
    }

    /** Whether the explanation is shown, or only the button. */
    public BooleanProperty expandedProperty() {
        return expanded;
    }

    void setPalette(Palette changed) {
        palette = changed;
        rebuild();
    }

    /** How much room there is; what does not fit is wrapped, then scrolled. */
    void setSpace(double width, double height) {
        double columns = Math.min(width, ALL_COLUMNS);
        double explanationHeight = Math.max(BUTTON_ROOM, height - BUTTON_ROOM);
        if (columns != maxColumns || explanationHeight != maxHeight) {
            maxColumns = columns;
            maxHeight = explanationHeight;
            if (expanded.get()) {
                rebuild();
            }
        }
    }

    private void rebuild() {
        button.setText(expanded.get() ? "Hide legend" : "Legend");
        getChildren().setAll(button);
        if (expanded.get()) {
            getChildren().add(0, explanation());
        }
    }

    private Region explanation() {
        FlowPane columns =
                new FlowPane(10, 10, nodes(), new VBox(10, links(), rings()), new VBox(10, messages(), guests()));
        columns.setPadding(new Insets(10, SIDE_PADDING, 10, SIDE_PADDING));
        columns.setPrefWrapLength(Math.min(maxColumns, ALL_COLUMNS) - 2 * SIDE_PADDING - BORDERS);
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(maxHeight);
        columns.setStyle(
                "-fx-background-color: %s; -fx-border-color: %s; -fx-background-radius: 8; -fx-border-radius: 8;"
                        .formatted(Palette.css(palette.surface()), Palette.css(palette.outline())));

        scroll.setStyle("-fx-background-color: transparent; -fx-padding: 0; -fx-background: transparent;");
        return scroll;
    }

    private Node nodes() {
        GridPane grid = group("Nodes (figure: height)");
        looks(grid, false);
        row(grid, "Thinks that it may be cut off", gc -> {
            ringed(gc, SIGN_X, TipColours.MAJORITY);
            NodeArt.suspicion(gc, SIGN_X, SIGN_Y + 4, 9, onSurface());
        });
        row(grid, "Put there by you; double-click frees it", gc -> {
            ringed(gc, SIGN_X, TipColours.MAJORITY);
            NodeArt.pin(gc, SIGN_X, SIGN_Y, 10, onSurface());
        });
        return grid;
    }

    private Node guests() {
        GridPane grid = group("Guests: programs that are not ours");
        looks(grid, true);
        return grid;
    }

    private void looks(GridPane grid, boolean ofGuests) {
        for (NodeLook look : NodeLook.values()) {
            if (look.isGuest() == ofGuests) {
                row(grid, look.text(), gc -> NodeArt.shape(gc, look, SIGN_X, SIGN_Y, 10, onSurface()));
            }
        }
    }

    private Node links() {
        GridPane grid = group("Links");
        for (LinkLook look : LinkLook.values()) {
            row(grid, look.text(), gc -> {
                LinkArt.style(gc, look, 1, palette);
                gc.strokeLine(1, SIGN_Y, SIGN_WIDTH - 1, SIGN_Y);
                LinkArt.mark(gc, look, SIGN_X, SIGN_Y, 5, onSurface());
                if (look == LinkLook.CUT) {
                    CutArt.mark(gc, CutLook.BOTH, SIGN_X, SIGN_Y, 0, 7, onSurface());
                }
            });
        }
        row(grid, "Side of a partition", gc -> {
            gc.setFill(SideArt.colour(0, palette));
            gc.fillRoundRect(1, 2, SIGN_WIDTH - 2, SIGN_HEIGHT - 4, 16, 16);
        });
        row(grid, "Its loss splits the network", gc -> {
            EmphasisPainter.band(gc, 1, SIGN_Y, 20, SIGN_Y, palette);
            EmphasisPainter.square(gc, SIGN_WIDTH - 10, SIGN_Y, 3, palette);
        });
        row(
                grid,
                "First delivery of a block",
                gc -> EmphasisPainter.delivery(gc, 1, SIGN_Y, SIGN_WIDTH - 1, SIGN_Y, 3.5, palette));
        return grid;
    }

    private Node rings() {
        GridPane grid = group("Rings: the chain that a node follows");
        row(grid, "The chain of most nodes", gc -> ringed(gc, SIGN_X, TipColours.MAJORITY));
        row(grid, "Other chains: a fork", gc -> {
            ringed(gc, SIGN_X - 9, 1);
            ringed(gc, SIGN_X + 11, 2);
        });
        return grid;
    }

    private void ringed(GraphicsContext gc, double x, int ring) {
        NodeArt.shape(gc, NodeLook.HEALTHY, x, SIGN_Y, 9, onSurface());
        NodeArt.ring(gc, ring, x, SIGN_Y, 9, palette);
    }

    private Node messages() {
        GridPane grid = group("Messages");
        for (DotKind kind : DotKind.values()) {
            row(grid, kind.text(), gc -> {
                DotArt.style(gc, kind, 4.5, palette);
                DotArt.draw(gc, kind, SIGN_X, SIGN_Y, 4.5);
            });
        }
        return grid;
    }

    private GridPane group(String title) {
        GridPane grid = new GridPane(8, 1);
        Label label = label(title, palette.text());
        label.setStyle(label.getStyle() + "-fx-font-weight: bold;");
        grid.add(label, 0, 0, 2, 1);
        return grid;
    }

    private void row(GridPane grid, String text, Consumer<GraphicsContext> sign) {
        Canvas canvas = new Canvas(SIGN_WIDTH, SIGN_HEIGHT);
        sign.accept(canvas.getGraphicsContext2D());
        grid.addRow(grid.getRowCount(), canvas, label(text, palette.text()));
    }

    private static Label label(String text, Color colour) {
        Label label = new Label(text);
        label.setStyle("-fx-font-size: 12px; -fx-text-fill: " + Palette.css(colour) + ";");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** The same colours on the legend's own ground. */
    private Palette onSurface() {
        return new Palette(
                palette.surface(),
                palette.surface(),
                palette.outline(),
                palette.text(),
                palette.mutedText(),
                palette.onNode(),
                palette.highlight(),
                palette.node(),
                palette.link(),
                palette.message(),
                palette.tips(),
                palette.sides());
    }
}

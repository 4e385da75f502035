package org.polytorus.simulator.ui.graph;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.polytorus.simulator.ui.fx.Palette;

/** Words above the canvases: what is under the mouse, and what to do when there is nothing to see. */
final class GraphOverlay extends Pane {
    static final String NOTHING_OPEN = "No testnet is open. Open a testnet file or make a new one.";

    private static final double TIP_DISTANCE = 16;
    private static final double TIP_MAX_WIDTH = 360;

    private final Label emptyTitle = new Label();
    private final Label emptyAdvice = new Label();
    private final VBox empty = new VBox(8, emptyTitle, emptyAdvice);
    private final Label tip = new Label();
    private double mouseX;
    private double mouseY;

    GraphOverlay() {
        setMouseTransparent(true);
        empty.setAlignment(Pos.CENTER);
        empty.getStyleClass().add("graph-empty");
        emptyAdvice.setWrapText(true);
        emptyAdvice.setTextAlignment(TextAlignment.CENTER);
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_MAX_WIDTH);
        tip.setVisible(false);
        tip.getStyleClass().add("graph-tip");
        getChildren().addAll(empty, tip);
    }

    void setPalette(Palette palette) {
        String text = "-fx-text-fill: " + Palette.css(palette.text()) + ";";
        emptyTitle.setStyle("-fx-font-size: 20px; -fx-font-weight: bold; " + text);
        emptyAdvice.setStyle("-fx-font-size: 14px; -fx-text-fill: " + Palette.css(palette.mutedText()) + ";");
        tip.setStyle(("-fx-font-size: 12px; -fx-padding: 6 10 6 10; -fx-background-radius: 6; -fx-border-radius: 6; "
                                + "-fx-background-color: %s; -fx-border-color: %s; ")
                        .formatted(Palette.css(palette.surface()), Palette.css(palette.outline()))
                + text);
    }

    /** Says what to do next when there is no node. */
    void setEmpty(boolean noNodes, boolean testnetIsOpen) {
        empty.setVisible(noNodes);
        emptyTitle.setText(testnetIsOpen ? "This testnet has no nodes." : "No testnet is open.");
        emptyAdvice.setText(
                testnetIsOpen
                        ? "Open another testnet file or make a new one."
                        : "Open a testnet file or make a new one.");
    }

    /** Shows words at the mouse; none hide it. */
    void setTip(String text) {
        tip.setVisible(!text.isEmpty());
        if (!text.equals(tip.getText())) {
            tip.setText(text);
            requestLayout();
        }
    }

    void moveTip(double x, double y) {
        mouseX = x;
        mouseY = y;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double emptyWidth = Math.min(width, 480);
        double emptyHeight = empty.prefHeight(emptyWidth);
        empty.resizeRelocate((width - emptyWidth) / 2, (height - emptyHeight) / 2, emptyWidth, emptyHeight);
        double tipWidth = Math.min(TIP_MAX_WIDTH, Math.min(width, tip.prefWidth(-1)));
        double tipHeight = tip.prefHeight(tipWidth);
        double x = mouseX + TIP_DISTANCE + tipWidth > width ? mouseX - TIP_DISTANCE - tipWidth : mouseX + TIP_DISTANCE;
        double y =
                mouseY + TIP_DISTANCE + tipHeight > height ? mouseY - TIP_DISTANCE - tipHeight : mouseY + TIP_DISTANCE;
        tip.resizeRelocate(Math.max(0, Math.rint(x)), Math.max(0, Math.rint(y)), tipWidth, tipHeight);
    }
}

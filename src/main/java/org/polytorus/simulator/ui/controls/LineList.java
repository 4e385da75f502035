package org.polytorus.simulator.ui.controls;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A short list of texts, whose labels are used again so that an update does not flicker. */
public final class LineList extends VBox {
    private final int maxLines;
    private final String emptyText;

    /** Shows at most {@code maxLines} lines and says how many more there are, or {@code emptyText} if there is none. */
    public LineList(int maxLines, String emptyText) {
        this.maxLines = maxLines;
        this.emptyText = emptyText;
        getStyleClass().add("line-list");
        show(List.of());
    }

    /** Replaces the lines. */
    public void show(List<String> lines) {
        int shown = Math.min(lines.size(), maxLines);
        boolean more = lines.size() > maxLines;
        int labels = lines.isEmpty() || more ? shown + 1 : shown;
        fit(labels);
        for (int i = 0; i < shown; i++) {
            line(i, lines.get(i), false);
        }
        if (lines.isEmpty()) {
            line(0, emptyText, true);
        } else if (more) {
            line(shown, "and " + (lines.size() - maxLines) + " more", true);
        }
    }

    private void fit(int labels) {
        while (getChildren().size() > labels) {
            getChildren().removeLast();
        }
        while (getChildren().size() < labels) {
            Label label = new Label();
            label.setWrapText(true);
            getChildren().add(label);
        }
    }

    private void line(int index, String text, boolean muted) {
        Label label = (Label) getChildren().get(index);
        label.setText(text);
        if (muted != label.getStyleClass().contains("muted")) {
            if (muted) {
                label.getStyleClass().add("muted");
            } else {
                label.getStyleClass().remove("muted");
            }
        }
    }
}

package org.polytorus.simulator.ui.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A heading that folds away what belongs under it. While folded, a few words beside the heading say what one would find.
 * Mouse, Space and Enter on the heading unfold it.
 */
public class FoldingSection extends VBox {
    private final String title;
    private final ToggleButton heading;
    private final Label summary = new Label();
    private final HBox line = new HBox(10);
    private final VBox body = new VBox();

    protected FoldingSection(String id, String title, boolean open) {
        this.title = title;
        FontIcon arrow = new FontIcon();
        ToggleButton toggle = new ToggleButton(title, arrow);
        heading = toggle;
        toggle.setId(id);
        toggle.setSelected(open);
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.getStyleClass().add("fold-heading");
        arrow.iconCodeProperty()
                .bind(toggle.selectedProperty().map(isOpen -> isOpen ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        summary.setId(id + "Summary");
        summary.setMinWidth(0);
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.getStyleClass().add("muted");
        summary.visibleProperty().bind(toggle.selectedProperty().not());
        summary.setOnMouseClicked(click -> toggle.fire());
        HBox.setHgrow(summary, Priority.ALWAYS);
        line.getChildren().addAll(toggle, summary);
        line.setAlignment(Pos.CENTER_LEFT);
        body.getStyleClass().add("fold-body");
        body.managedProperty().bind(body.visibleProperty());
        body.visibleProperty().bind(toggle.selectedProperty());
    }

    /** Sets what is folded away; to be called once, by the constructor of the section. */
    protected final void setContent(Node... content) {
        body.getChildren().setAll(content);
        getStyleClass().addAll("section", "folding-section");
        getChildren().setAll(line, body);
    }

    /** Says in a few words what one finds inside; seen only while folded. */
    protected final void summarise(String text) {
        summary.setText(text);
        heading.setAccessibleText(text.isEmpty() ? title : title + ", " + text);
    }

    public final boolean isOpen() {
        return heading.isSelected();
    }

    public final void setOpen(boolean open) {
        heading.setSelected(open);
    }
}

package org.polytorus.simulator.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A heading and what belongs under it. */
public final class Section extends VBox {
    private final Label heading;

    public Section(String title, Node... content) {
        heading = new Label(title);
        heading.getStyleClass().add("section-heading");
        getStyleClass().add("section");
        getChildren().add(heading);
        getChildren().addAll(content);
    }

    /** Changes the heading, for sections that count what they hold. */
    public void setTitle(String title) {
        heading.setText(title);
    }
}

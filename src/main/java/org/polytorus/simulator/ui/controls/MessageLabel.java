package org.polytorus.simulator.ui.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says beside a control what went wrong with it; takes no room while there is nothing to say. */
public final class MessageLabel extends Label {

    public MessageLabel(String id) {
        setId(id);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("message-label");
        setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        textProperty().addListener((property, before, now) -> showIfAny(now));
        showIfAny("");
    }

    /** Shows whatever {@code text} says from now on. */
    public MessageLabel follow(ObservableValue<String> text) {
        textProperty().bind(text);
        return this;
    }

    private void showIfAny(String text) {
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
    }
}

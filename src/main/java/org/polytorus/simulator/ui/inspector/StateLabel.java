package org.polytorus.simulator.ui.inspector;

import java.util.Objects;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A state told by icon, text and colour at once. */
final class StateLabel extends Label {
    private final FontIcon icon = new FontIcon();
    private @Nullable Words shown;

    StateLabel(String id) {
        setId(id);
        setGraphic(icon);
        getStyleClass().add("state-label");
    }

    void show(Words words) {
        if (Objects.equals(words, shown)) {
            return;
        }
        if (shown != null) {
            getStyleClass().remove(shown.style());
        }
        shown = words;
        setText(words.shortText());
        icon.setIconCode(words.icon());
        getStyleClass().add(words.style());
    }
}

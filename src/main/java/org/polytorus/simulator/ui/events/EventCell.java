package org.polytorus.simulator.ui.events;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.ui.controls.Moments;

/** One event: when, how serious (icon and word), where, and what. */
final class EventCell extends ListCell<TestnetEvent> {
    private static final double TIME_PIXELS = 74;
    private static final double VIRTUAL_TIME_PIXELS = 104;
    private static final double SEVERITY_PIXELS = 94;
    private static final double PLACE_PIXELS = 130;

    private final Supplier<Moments> moments;
    private final Label time = new Label();
    private final FontIcon icon = new FontIcon();
    private final Label severity = new Label("", icon);
    private final Label place = new Label();
    private final Label text = new Label();
    private final HBox row = new HBox(10, time, severity, place, text);

    /** {@code moments} says how times are written now. */
    EventCell(Supplier<Moments> moments) {
        this.moments = moments;
        fixed(severity, SEVERITY_PIXELS);
        fixed(place, PLACE_PIXELS);
        time.getStyleClass().add("muted");
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        // The row is as wide as the list, so that a long text ends in an ellipsis and no bar scrolls sideways.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TestnetEvent event, boolean empty) {
        super.updateItem(event, empty);
        if (empty || event == null) {
            setGraphic(null);
            return;
        }
        fixed(time, moments.get().isVirtual() ? VIRTUAL_TIME_PIXELS : TIME_PIXELS);
        time.setText(moments.get().text(event.epochNanos()));
        place.setText(placeOf(event));
        text.setText(event.text());
        show(event.severity());
        setGraphic(row);
    }

    static String placeOf(TestnetEvent event) {
        if (event.node() != null) {
            return event.node().value();
        }
        return event.link() == null ? "testnet" : event.link().toString();
    }

    private void show(TestnetEvent.Severity shown) {
        severity.getStyleClass().removeAll("state-idle", "state-waiting", "state-bad");
        switch (shown) {
            case INFO -> severity("Info", Feather.INFO, "state-idle");
            case WARNING -> severity("Warning", Feather.ALERT_TRIANGLE, "state-waiting");
            case ERROR -> severity("Error", Feather.ALERT_OCTAGON, "state-bad");
        }
    }

    private void severity(String word, Feather glyph, String style) {
        severity.setText(word);
        icon.setIconCode(glyph);
        severity.getStyleClass().add(style);
    }

    private static void fixed(Label label, double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
    }
}

package org.polytorus.simulator.ui.time;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.testnet.Pace;
import org.polytorus.simulator.testnet.VirtualClock;
import org.polytorus.simulator.ui.controls.Quantities;

/** The line under the toolbar while a testnet in virtual time is open: its clock, and what can be done to it. */
public final class TimeBar extends HBox {
    private static final String NOT_DRAWN =
            "Messages are drawn up to " + Speed.times(Motion.MAX_DRAWN_FACTOR) + " only";

    /** Below this width the words of the buttons leave no room for what is reached. */
    private static final double WIDE_ENOUGH_PIXELS = 960;

    private final TimeControl control;
    private final Label clock = new Label();
    private final FontIcon pauseIcon = new FontIcon(Feather.PAUSE);
    private final Button pause =
            button("pauseButton", "Pause", pauseIcon, "Stop virtual time, or let it go on (space)");
    private final Button event = button(
            "stepEventButton",
            "One event",
            new FontIcon(Feather.SKIP_FORWARD),
            "Pause, and let one event happen (full stop)");
    private final Button second = button(
            "stepSecondButton",
            "One second",
            new FontIcon(Feather.FAST_FORWARD),
            "Pause, and let one second pass (Shift+full stop)");
    private final ComboBox<Speed> speeds = new ComboBox<>();
    private final Label reached = new Label();
    private final FontIcon behind = new FontIcon(Feather.ALERT_TRIANGLE);
    private final Label note = new Label();

    public TimeBar(TimeControl control) {
        this.control = control;
        setId("timeBar");
        getStyleClass().add("time-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        widthProperty().subscribe(width -> showWords(width.doubleValue() >= WIDE_ENOUGH_PIXELS));
        getChildren()
                .addAll(
                        title(),
                        clock,
                        pause,
                        event,
                        second,
                        new Separator(Orientation.VERTICAL),
                        speeds,
                        reached,
                        note);
        clock.setId("virtualClock");
        clock.getStyleClass().add("virtual-clock");
        clock.setMinWidth(USE_PREF_SIZE);
        clock.setTooltip(new Tooltip("Virtual time since the testnet began: hours, minutes, seconds, milliseconds"));
        pause.setOnAction(_ -> control.togglePause());
        event.setOnAction(_ -> control.stepEvent());
        second.setOnAction(_ -> control.stepSecond());
        speeds();
        reached.setId("reachedPace");
        reached.setMinWidth(USE_PREF_SIZE);
        note.setId("timeNote");
        note.getStyleClass().add("muted");
        note.setMinWidth(0);
        HBox.setHgrow(note, Priority.ALWAYS);
        visibleProperty().bind(control.presentProperty());
        managedProperty().bind(visibleProperty());
        control.pausedProperty().subscribe(this::showPaused);
        control.clockProperty().subscribe(this::show);
        control.steppedProperty().subscribe(() -> show(control.clockProperty().get()));
    }

    private static Label title() {
        Label title = new Label("Virtual time", new FontIcon(Feather.CLOCK));
        title.getStyleClass().add("section-heading");
        title.setMinWidth(USE_PREF_SIZE);
        return title;
    }

    private void speeds() {
        speeds.setId("speedChoice");
        speeds.setAccessibleText("Speed of virtual time");
        speeds.setTooltip(new Tooltip("Virtual seconds in a real one (Ctrl+, slower, Ctrl+. faster)"));
        speeds.getItems().setAll(Speed.ALL);
        speeds.setVisibleRowCount(Speed.ALL.size());
        speeds.setMinWidth(USE_PREF_SIZE);
        speeds.valueProperty().bindBidirectional(control.speedProperty());
    }

    /** In a narrow window the buttons have icons only; screen readers and tooltips have the words still. */
    private void showWords(boolean shown) {
        for (Button button : List.of(pause, event, second)) {
            button.setContentDisplay(shown ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        }
    }

    private void showPaused(boolean paused) {
        pauseIcon.setIconCode(paused ? Feather.PLAY : Feather.PAUSE);
        pause.setText(paused ? "Go on" : "Pause");
    }

    private void show(@Nullable VirtualClock now) {
        if (now == null) {
            return;
        }
        clock.setText(Quantities.stopwatch(now.elapsedNanos()));
        reached.setGraphic(now.isBehind() ? behind : null);
        reached.getStyleClass().removeAll("state-waiting", "muted");
        reached.getStyleClass().add(now.isBehind() ? "state-waiting" : "muted");
        reached.setText(reachedText(now));
        note.setText(noteText(now));
    }

    private static String reachedText(VirtualClock now) {
        String achieved = Speed.times(now.achieved());
        return switch (now.pace()) {
            case Pace.Paused _ -> "stands still";
            case Pace.Times _ when now.achieved() == 0 -> "";
            case Pace.Times times when now.isBehind() -> achieved + " of " + Speed.times(times.factor()) + " reached";
            case Pace.Times times -> Speed.times(times.factor()) + " reached";
            case Pace.Unlimited _ -> now.achieved() == 0 ? "" : achieved + " reached";
        };
    }

    private String noteText(VirtualClock now) {
        if (!Motion.isDrawn(now)) {
            return NOT_DRAWN;
        }
        return now.pace() instanceof Pace.Paused ? control.steppedProperty().get() : "";
    }

    private static Button button(String id, String text, FontIcon icon, String tip) {
        Button button = new Button(text, icon);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        return button;
    }
}

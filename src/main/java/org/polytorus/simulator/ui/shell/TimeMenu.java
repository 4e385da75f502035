package org.polytorus.simulator.ui.shell;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.ui.time.TimeControl;

/** What can be done to virtual time, with its keys, and the way from one time to the other. */
final class TimeMenu extends Menu {
    private final TimeControl time;

    TimeMenu(Actions actions) {
        super("T_ime");
        time = actions.time();
        setId("menuTime");
        MenuItem pause = driving("menuPause", "_Pause", Feather.PAUSE, "Space", time::togglePause);
        time.pausedProperty().subscribe(paused -> {
            pause.setText(paused ? "_Go on" : "_Pause");
            pause.setGraphic(new FontIcon(paused ? Feather.PLAY : Feather.PAUSE));
        });
        MenuItem again = new MenuItem();
        again.setId("menuStartAgain");
        again.setOnAction(event -> actions.startAgainInOtherTime());
        again.disableProperty()
                .bind(actions.state().open().not().or(actions.state().busy().greaterThan(0)));
        time.presentProperty().subscribe(virtual -> {
            again.setText(virtual ? "Start again in _real time" : "Start again in _virtual time");
            again.setGraphic(new FontIcon(virtual ? Feather.SERVER : Feather.CLOCK));
        });
        getItems()
                .setAll(
                        pause,
                        driving("menuStepEvent", "One _event", Feather.SKIP_FORWARD, "Period", time::stepEvent),
                        driving(
                                "menuStepSecond",
                                "One _second",
                                Feather.FAST_FORWARD,
                                "Shift+Period",
                                time::stepSecond),
                        driving("menuSlower", "S_lower", Feather.MINUS, "Shortcut+Comma", time::slower),
                        driving("menuFaster", "_Faster", Feather.PLUS, "Shortcut+Period", time::faster),
                        new SeparatorMenuItem(),
                        again);
    }

    private MenuItem driving(String id, String text, Feather icon, String key, Runnable action) {
        MenuItem item = new MenuItem(text, new FontIcon(icon));
        item.setId(id);
        item.setAccelerator(KeyCombination.valueOf(key));
        item.setOnAction(event -> action.run());
        item.disableProperty().bind(time.presentProperty().not());
        return item;
    }
}

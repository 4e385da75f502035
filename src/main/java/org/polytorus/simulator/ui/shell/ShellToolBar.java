package org.polytorus.simulator.ui.shell;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.testnet.TestnetCommand;

/** The most used actions, with icon and text. */
final class ShellToolBar extends ToolBar {
    private final Actions actions;

    ShellToolBar(Actions actions) {
        this.actions = actions;
        setId("toolBar");
        ObservableBooleanValue closed = actions.state().open().not();
        ObservableBooleanValue busy = actions.state().busy().greaterThan(0);
        Button open = button("openButton", "Open", Feather.FOLDER, "Open a testnet file (Ctrl+O)", actions::openFiles);
        Button fresh = button("newButton", "New", Feather.PLUS, "New testnet (Ctrl+N)", actions::newTestnet);
        open.disableProperty().bind(busy);
        fresh.disableProperty().bind(busy);
        Button start = command(
                "startAllButton", "Start all", Feather.PLAY, "Start every stopped node", new TestnetCommand.StartAll());
        Button stop = command(
                "stopAllButton",
                "Stop all",
                Feather.SQUARE,
                "Stop every node; chains stay",
                new TestnetCommand.StopAll());
        Button clear = command(
                "clearFaultsButton",
                "Clear faults",
                Feather.ZAP_OFF,
                "Restore every link and remove every condition",
                new TestnetCommand.ClearFaults());
        Button fit = button("fitButton", "Fit", Feather.MAXIMIZE, "See the whole graph (F)", actions::fit);
        ToggleButton lasso = named(new ToggleButton("Lasso", new FontIcon(Feather.PEN_TOOL)), "lassoToggle");
        lasso.setTooltip(new Tooltip("Draw around nodes to select them and split them off (O, or drag with Shift)"));
        lasso.selectedProperty().bindBidirectional(actions.splits().lasso());
        lasso.disableProperty().bind(closed);
        for (Button button : new Button[] {start, stop, clear, fit}) {
            button.disableProperty().bind(closed);
        }
        ToggleButton dark = named(new ToggleButton("Dark", new FontIcon(Feather.MOON)), "darkToggle");
        dark.setTooltip(new Tooltip("Dark theme (Ctrl+D)"));
        dark.selectedProperty().bindBidirectional(actions.state().dark());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getItems()
                .addAll(
                        open,
                        fresh,
                        new Separator(Orientation.VERTICAL),
                        start,
                        stop,
                        clear,
                        new Separator(Orientation.VERTICAL),
                        fit,
                        lasso,
                        space,
                        dark);
    }

    private Button command(String id, String text, Feather icon, String tip, TestnetCommand command) {
        return button(id, text, icon, tip, () -> actions.command(command));
    }

    private static Button button(String id, String text, Feather icon, String tip, Runnable action) {
        Button button = named(new Button(text, new FontIcon(icon)), id);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static <T extends ButtonBase> T named(T button, String id) {
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}

package org.polytorus.simulator.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.testnet.TestnetCommand;

/** The menus. */
final class ShellMenu extends MenuBar {
    private final Actions actions;
    private final ObservableBooleanValue closed;
    private final ObservableBooleanValue busy;

    ShellMenu(Actions actions) {
        this.actions = actions;
        closed = actions.state().open().not();
        busy = actions.state().busy().greaterThan(0);
        setId("menuBar");
        getMenus().addAll(file(), testnet(), new TimeMenu(actions), view(), help());
    }

    private Menu file() {
        MenuItem open = item("menuOpen", "_Open testnet file…", Feather.FOLDER, "Shortcut+O", actions::openFiles);
        MenuItem virtual = item(
                "menuOpenVirtual",
                "Open in _virtual time…",
                Feather.CLOCK,
                "Shortcut+Shift+O",
                actions::openInVirtualTime);
        MenuItem fresh = item("menuNew", "_New testnet…", Feather.PLUS, "Shortcut+N", actions::newTestnet);
        MenuItem close = item("menuClose", "_Close testnet", Feather.X, "Shortcut+W", actions::closeTestnet);
        open.disableProperty().bind(busy);
        virtual.disableProperty().bind(busy);
        fresh.disableProperty().bind(busy);
        close.disableProperty().bind(closed);
        MenuItem quit = item("menuQuit", "_Quit", Feather.LOG_OUT, "Shortcut+Q", actions::quit);
        return menu("_File", "menuFile", open, virtual, fresh, close, new SeparatorMenuItem(), quit);
    }

    private Menu testnet() {
        MenuItem start = command("menuStartAll", "_Start all", Feather.PLAY, new TestnetCommand.StartAll());
        MenuItem stop = command("menuStopAll", "St_op all", Feather.SQUARE, new TestnetCommand.StopAll());
        MenuItem clear =
                command("menuClearFaults", "_Clear all faults", Feather.ZAP_OFF, new TestnetCommand.ClearFaults());
        MenuItem attach =
                item("menuAttach", "_Attach external node…", Feather.USER_PLUS, "Shortcut+E", actions::attachGuest);
        // Programs that are not ours live in real time.
        attach.disableProperty().bind(Bindings.or(closed, actions.time().presentProperty()));
        CheckMenuItem mining = new CheckMenuItem("_Mining");
        mining.setId("menuMining");
        // The mark follows the snapshot; a click asks, and the next snapshot tells what came of it.
        actions.state().mining().subscribe(mining::setSelected);
        mining.setOnAction(event -> {
            boolean wanted = mining.isSelected();
            mining.setSelected(actions.state().mining().get());
            actions.command(new TestnetCommand.SetMining(wanted));
        });
        CheckMenuItem traffic = new CheckMenuItem("_Traffic");
        traffic.setId("menuTraffic");
        actions.state().traffic().subscribe(traffic::setSelected);
        traffic.setOnAction(event -> {
            actions.state().traffic().set(traffic.isSelected());
            actions.command(new TestnetCommand.SetTraffic(traffic.isSelected()));
        });
        CheckMenuItem quality = new CheckMenuItem("_Quality of service");
        quality.setId("menuQuality");
        actions.state().quality().subscribe(quality::setSelected);
        quality.setOnAction(event -> {
            boolean wanted = quality.isSelected();
            quality.setSelected(actions.state().quality().get());
            actions.command(new TestnetCommand.SetQualityOfService(wanted));
        });
        quality.disableProperty().bind(closed);
        mining.disableProperty().bind(closed);
        traffic.disableProperty().bind(closed);
        return menu(
                "_Testnet",
                "menuTestnet",
                start,
                stop,
                new SeparatorMenuItem(),
                clear,
                new SeparatorMenuItem(),
                attach,
                new SeparatorMenuItem(),
                mining,
                traffic,
                quality);
    }

    private Menu view() {
        MenuItem fit = item("menuFit", "_Fit graph", Feather.MAXIMIZE, "F", actions::fit);
        CheckMenuItem dark = new CheckMenuItem("_Dark theme");
        dark.setId("menuDark");
        dark.setAccelerator(KeyCombination.valueOf("Shortcut+D"));
        dark.selectedProperty().bindBidirectional(actions.state().dark());
        CheckMenuItem legend = new CheckMenuItem("_Legend");
        legend.setId("menuLegend");
        legend.setAccelerator(KeyCombination.valueOf("Shortcut+L"));
        legend.selectedProperty().bindBidirectional(actions.state().legend());
        MenuItem charts = item("menuCharts", "_Charts", Feather.TRENDING_UP, "Shortcut+1", () -> actions.showTab(0));
        MenuItem events = item("menuEvents", "_Events", Feather.LIST, "Shortcut+2", () -> actions.showTab(1));
        return menu("_View", "menuView", fit, legend, dark, new SeparatorMenuItem(), charts, events);
    }

    private Menu help() {
        MenuItem keys = item("menuKeys", "_Keys", Feather.COMMAND, "F1", actions::showKeys);
        MenuItem about = new MenuItem("_About", new FontIcon(Feather.INFO));
        about.setId("menuAbout");
        about.setOnAction(event -> actions.showAbout());
        return menu("_Help", "menuHelp", keys, about);
    }

    private MenuItem command(String id, String text, Feather icon, TestnetCommand command) {
        MenuItem item = new MenuItem(text, new FontIcon(icon));
        item.setId(id);
        item.setOnAction(event -> actions.command(command));
        item.disableProperty().bind(closed);
        return item;
    }

    private static Menu menu(String text, String id, MenuItem... items) {
        Menu menu = new Menu(text, null, items);
        menu.setId(id);
        return menu;
    }

    private static MenuItem item(String id, String text, Feather icon, String key, Runnable action) {
        MenuItem item = new MenuItem(text, new FontIcon(icon));
        item.setId(id);
        item.setAccelerator(KeyCombination.valueOf(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}

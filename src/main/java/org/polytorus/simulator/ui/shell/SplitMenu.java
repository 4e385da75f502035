package org.polytorus.simulator.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menu of partitions. */
final class SplitMenu extends Menu {

    SplitMenu(Actions actions) {
        super("_Partition");
        setId("menuPartition");
        Splits splits = actions.splits();
        CheckMenuItem lasso = new CheckMenuItem("_Lasso", new FontIcon(Feather.PEN_TOOL));
        lasso.setId("menuLasso");
        lasso.selectedProperty().bindBidirectional(splits.lasso());
        lasso.disableProperty().bind(actions.state().open().not());
        getItems()
                .addAll(
                        lasso,
                        item(
                                "menuSplitOff",
                                "_Split off the selected nodes",
                                Feather.SCISSORS,
                                "Shortcut+K",
                                splits.canSplit(),
                                splits::splitOff),
                        item(
                                "menuSplitByGroups",
                                "Split by _groups…",
                                Feather.COLUMNS,
                                "Shortcut+G",
                                actions.state().open(),
                                splits::splitByGroups),
                        new SeparatorMenuItem(),
                        item(
                                "menuHeal",
                                "_Heal the latest",
                                Feather.LINK,
                                "Shortcut+Z",
                                splits.canHeal(),
                                splits::healLatest),
                        item(
                                "menuHealAll",
                                "Heal _all",
                                Feather.LINK,
                                "Shortcut+Shift+Z",
                                splits.canHeal(),
                                splits::healAll));
    }

    private static MenuItem item(
            String id, String text, Feather icon, String key, ObservableBooleanValue possible, Runnable action) {
        MenuItem item = new MenuItem(text, new FontIcon(icon));
        item.setId(id);
        item.setAccelerator(KeyCombination.valueOf(key));
        item.setOnAction(event -> action.run());
        item.disableProperty().bind(Bindings.not(possible));
        return item;
    }
}

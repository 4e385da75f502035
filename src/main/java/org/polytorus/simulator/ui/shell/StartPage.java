package org.polytorus.simulator.ui.shell;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the graph's place while no testnet is open: what to do next. */
final class StartPage extends VBox {

    StartPage(Actions actions) {
        setId("startPage");
        setAlignment(Pos.CENTER);
        getStyleClass().add("start-page");
        Label title = new Label("No testnet is open");
        title.getStyleClass().add(Styles.TITLE_3);
        Label text = new Label("Open a testnet file or PolyTorus node files, drop them here, or make a new testnet.");
        text.setWrapText(true);
        text.getStyleClass().add("muted");
        Button open = new Button("Open a file…", new FontIcon(Feather.FOLDER));
        open.setId("startOpenButton");
        open.setOnAction(event -> actions.openFiles());
        Button virtual = new Button("Open in virtual time…", new FontIcon(Feather.CLOCK));
        virtual.setId("startVirtualButton");
        virtual.setTooltip(new Tooltip("Without sockets: time can be stopped, stepped, and made faster or slower"));
        virtual.setOnAction(event -> actions.openInVirtualTime());
        Button fresh = new Button("New testnet…", new FontIcon(Feather.PLUS));
        fresh.setId("startNewButton");
        fresh.getStyleClass().add(Styles.ACCENT);
        fresh.setOnAction(event -> actions.newTestnet());
        HBox buttons = new HBox(10, open, virtual, fresh);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(new FontIcon(Feather.SHARE_2), title, text, buttons);
        disableProperty().bind(actions.state().busy().greaterThan(0));
        visibleProperty().bind(actions.state().open().not());
    }
}

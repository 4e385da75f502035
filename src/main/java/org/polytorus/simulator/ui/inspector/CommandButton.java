package org.polytorus.simulator.ui.inspector;

import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.ui.controls.MessageLabel;

/** A button that sends one command and shows a refusal beside it. */
final class CommandButton extends Button {

    CommandButton(
            String id,
            String text,
            Feather icon,
            String tip,
            Commands commands,
            Supplier<TestnetCommand> command,
            MessageLabel refusal) {
        super(text, new FontIcon(icon));
        setId(id);
        setTooltip(new Tooltip(tip));
        setMnemonicParsing(true);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> {
            refusal.setText("");
            commands.submit(command.get(), result -> refusal.setText(result.done() ? "" : result.message()));
        });
    }
}

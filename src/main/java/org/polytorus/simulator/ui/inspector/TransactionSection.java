package org.polytorus.simulator.ui.inspector;

import java.util.OptionalDouble;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.FoldingSection;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.NumberField;

/** The form that makes a node send a transaction. */
final class TransactionSection extends FoldingSection {
    private static final int MAX_NAME_LENGTH = 64;

    private final NodeName node;
    private final Commands commands;
    private final TextField from;
    private final TextField to = new TextField("receiver");
    private final NumberField amount =
            new NumberField(new NumberField.Range("The amount", "", 1, Integer.MAX_VALUE, 0, 1), 10);
    private final Button send = new Button("S_end", new FontIcon(Feather.SEND));
    private final MessageLabel refusal = new MessageLabel("transactionRefusal");

    TransactionSection(NodeName node, Commands commands) {
        super("transactionFold", "Send a transaction", true);
        this.node = node;
        this.commands = commands;
        from = new TextField(node.value());
        from.setId("transactionFrom");
        to.setId("transactionTo");
        amount.setId("transactionAmount");
        send.setId("sendButton");
        send.setTooltip(new Tooltip("This node sends the transaction to its peers"));
        send.setOnAction(event -> send());
        Facts form = new Facts();
        form.getStyleClass().add("form");
        form.row("From", from);
        form.row("To", to);
        form.row("Amount", amount);
        MessageLabel amountProblem = new MessageLabel("amountProblem").follow(amount.problemProperty());
        setContent(form, amountProblem, send, refusal);
    }

    void update(NodeSnapshot snapshot) {
        send.setDisable(snapshot.state() != NodeSnapshot.State.RUNNING);
    }

    private void send() {
        OptionalDouble number = amount.number();
        if (number.isEmpty()) {
            amount.requestFocus();
            return;
        }
        String problem = nameProblem("The sender", from.getText()) + nameProblem("The receiver", to.getText());
        refusal.setText(problem.strip());
        if (problem.isEmpty()) {
            commands.submit(
                    new TestnetCommand.SendTransaction(
                            node, from.getText().strip(), to.getText().strip(), (int) number.getAsDouble()),
                    this::answered);
        }
    }

    private void answered(CommandResult result) {
        refusal.setText(result.done() ? "" : result.message());
    }

    private static String nameProblem(String what, String found) {
        int length = found.strip().length();
        return length >= 1 && length <= MAX_NAME_LENGTH
                ? ""
                : what + " has 1 to " + MAX_NAME_LENGTH + " characters; found " + length + ". ";
    }
}

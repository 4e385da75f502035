package org.polytorus.simulator.ui.inspector;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.NumberField;

/** Whom to put on a node's blacklist, why and for how long. */
final class BlacklistForm extends VBox {
    private static final double MOST_MINUTES = 525_600;
    private static final double USUAL_MINUTES = 10;

    private final NodeName node;
    private final Commands commands;
    private final Consumer<CommandResult> answered;
    private final ComboBox<Choice> peer = new ComboBox<>();
    private final TextField reason = new TextField("by hand");
    private final NumberField minutes = new NumberField(
            new NumberField.Range("The duration", " minutes (0: for ever)", 0, MOST_MINUTES, 0, 1), USUAL_MINUTES);
    private final Button add = new Button("_Blacklist", new FontIcon(Feather.SLASH));

    /** A peer by the name that people know it by. */
    private record Choice(PeerId id, String name) {
        static Choice of(PeerSnapshot peer) {
            NodeName name = peer.name();
            return new Choice(peer.id(), name == null ? peer.remote().toString() : name.value());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    BlacklistForm(NodeName node, Commands commands, Consumer<CommandResult> answered) {
        this.node = node;
        this.commands = commands;
        this.answered = answered;
        peer.setId("blacklistPeer");
        peer.setMaxWidth(Double.MAX_VALUE);
        reason.setId("blacklistReason");
        minutes.setId("blacklistMinutes");
        add.setId("blacklistButton");
        add.setTooltip(new Tooltip("The connection is ended, and neither side can make a new one"));
        add.setOnAction(event -> add());
        Facts form = new Facts();
        form.getStyleClass().add("form");
        form.row("Peer", peer);
        form.row("Reason", reason);
        form.row("Minutes", minutes);
        MessageLabel problem = new MessageLabel("blacklistMinutesProblem").follow(minutes.problemProperty());
        getChildren().addAll(form, problem, add);
        getStyleClass().add("section");
    }

    /** The list is touched only when the peers have changed, so that an open list stays open. */
    void update(List<PeerSnapshot> peers, boolean running) {
        List<Choice> offered = peers.stream().map(Choice::of).toList();
        if (!offered.equals(peer.getItems())) {
            Choice chosen = peer.getValue();
            peer.getItems().setAll(offered);
            peer.setValue(offered.contains(chosen) ? chosen : null);
        }
        add.setDisable(!running || offered.isEmpty());
    }

    /** Fills in the peer and waits for the rest. */
    void prepare(PeerId id) {
        peer.getItems().stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .ifPresent(peer::setValue);
        reason.requestFocus();
    }

    private void add() {
        @Nullable Choice chosen = peer.getValue();
        OptionalDouble length = minutes.number();
        if (chosen == null) {
            answered.accept(CommandResult.refused("Choose the peer first."));
        } else if (length.isEmpty()) {
            minutes.requestFocus();
        } else {
            @Nullable
            Duration duration = length.getAsDouble() == 0 ? null : Duration.ofMinutes((long) length.getAsDouble());
            commands.submit(
                    new TestnetCommand.BlacklistPeer(
                            node, chosen.id(), reason.getText().strip(), duration),
                    answered);
        }
    }
}

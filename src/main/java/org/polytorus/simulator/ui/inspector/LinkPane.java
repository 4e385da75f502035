package org.polytorus.simulator.ui.inspector;

import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.MessageLabel;

/** One link: its state, drop and restore, and the conditions and measurements of each direction. */
final class LinkPane extends VBox {
    private final LinkId link;
    private final StateLabel state = new StateLabel("linkState");
    private final Label sentence = new Label();
    private final CommandButton drop;
    private final CommandButton restore;
    private final CheckBox bothDirections = new CheckBox("Change both directions together");
    private final LinkCuts cuts;
    private final DirectionSide aToB;
    private final DirectionSide bToA;

    LinkPane(LinkId link, Commands commands) {
        this.link = link;
        getStyleClass().add("inspector-pane");
        Label title = new Label(link.a() + " – " + link.b());
        title.setId("linkTitle");
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        sentence.setWrapText(true);
        sentence.getStyleClass().add("muted");
        MessageLabel refusal = new MessageLabel("linkRefusal");
        drop = new CommandButton(
                "dropButton",
                "_Drop",
                Feather.SCISSORS,
                "Reset the connection and refuse new ones until restored",
                commands,
                () -> new TestnetCommand.DropLink(link),
                refusal);
        restore = new CommandButton(
                "restoreButton",
                "_Restore",
                Feather.LINK,
                "Let the two nodes connect again",
                commands,
                () -> new TestnetCommand.RestoreLink(link),
                refusal);
        CommandButton measure = new CommandButton(
                "measureButton",
                "Measure _now",
                Feather.ACTIVITY,
                "Measure the round trip from both ends",
                commands,
                () -> new TestnetCommand.ProbeLink(link),
                refusal);
        cuts = new LinkCuts(link, commands);
        bothDirections.setId("bothDirections");
        bothDirections.setTooltip(new Tooltip("A change of one direction is made in the other, too"));
        aToB = new DirectionSide(Direction.A_TO_B, commands, link, change -> change(Direction.A_TO_B, change));
        bToA = new DirectionSide(Direction.B_TO_A, commands, link, change -> change(Direction.B_TO_A, change));
        FlowPane buttons = new FlowPane(8, 8, drop, restore, measure);
        getChildren().addAll(title, state, sentence, cuts, buttons, refusal, bothDirections, aToB, bToA);
    }

    LinkId link() {
        return link;
    }

    void update(LinkSnapshot snapshot, TestnetSnapshot all) {
        long sequence = all.sequence();
        Words words = cuts.update(all) ? Words.ofCut(snapshot.state()) : Words.of(snapshot.state());
        state.show(words);
        sentence.setText(words.sentence());
        drop.setDisable(snapshot.state() == LinkSnapshot.State.DROPPED);
        restore.setDisable(snapshot.state() != LinkSnapshot.State.DROPPED);
        aToB.update(snapshot, sequence);
        bToA.update(snapshot, sequence);
    }

    private void change(Direction direction, UnaryOperator<LinkConditions> change) {
        side(direction).change(change);
        if (bothDirections.isSelected()) {
            side(direction.opposite()).change(change);
        }
    }

    private DirectionSide side(Direction direction) {
        return switch (direction) {
            case A_TO_B -> aToB;
            case B_TO_A -> bToA;
        };
    }
}

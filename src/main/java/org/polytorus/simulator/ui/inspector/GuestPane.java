package org.polytorus.simulator.ui.inspector;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.Quantities;
import org.polytorus.simulator.ui.controls.Section;

/** A program that is not ours: what the nodes that speak with it know of it, and what can be done from our side. */
final class GuestPane extends VBox {
    private final NodeName guest;
    private final StateLabel state = new StateLabel("guestState");
    private final Label sentence = new Label();
    private final Facts facts = new Facts();
    private final Label address = facts.row("Address", "guestAddress");
    private final Label id = facts.row("Id", "guestId");
    private final Label type = facts.row("Says that it is", "guestType");
    private final Label height = facts.row("Highest block", "guestHeight");
    private final Label heard = facts.row("Last heard", "guestHeard");
    private final GuestLinks links;

    GuestPane(NodeName guest, Commands commands) {
        this.guest = guest;
        getStyleClass().add("inspector-pane");
        Label title = new Label(guest.value());
        title.setId("guestTitle");
        title.setWrapText(true);
        title.getStyleClass().add("inspector-title");
        sentence.setId("guestSentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("muted");
        MessageLabel refusal = new MessageLabel("guestRefusal");
        CommandButton detach = new CommandButton(
                "detachButton",
                "D_etach",
                Feather.USER_MINUS,
                "End its connections and dial it no more",
                commands,
                () -> new TestnetCommand.DetachGuest(guest),
                refusal);
        links = new GuestLinks(guest, commands);
        getChildren()
                .addAll(
                        title,
                        state,
                        sentence,
                        new FlowPane(8, 8, detach),
                        refusal,
                        facts,
                        new Section("Links", links));
    }

    NodeName guest() {
        return guest;
    }

    void update(GuestSnapshot snapshot, TestnetSnapshot testnet) {
        List<LinkSnapshot> own =
                testnet.links().stream().filter(link -> link.id().joins(guest)).toList();
        Words words = Words.of(snapshot, own.stream().anyMatch(link -> link.state() == LinkSnapshot.State.CONNECTED));
        state.show(words);
        boolean isAwaited = snapshot.id() == null && snapshot.address() == null;
        sentence.setText(words.sentence() + (isAwaited ? whereToDial(own, testnet) : ""));
        address.setText(Objects.toString(snapshot.address(), "it dials in"));
        id.setText(Objects.toString(snapshot.id(), "not known yet"));
        type.setText(snapshot.nodeType().isEmpty() ? "nothing yet" : snapshot.nodeType());
        height.setText(Quantities.exact(snapshot.bestHeight()));
        heard.setText(
                snapshot.lastHeardNanos() < 0
                        ? "never"
                        : Quantities.span(Math.max(0, testnet.epochNanos() - snapshot.lastHeardNanos())) + " ago");
        links.update(own);
    }

    /** The node that its link leads to, since what is asked of that link is meant for it; else the first that runs. */
    private static String whereToDial(List<LinkSnapshot> own, TestnetSnapshot testnet) {
        Stream<NodeSnapshot> running =
                testnet.nodes().stream().filter(node -> node.state() == NodeSnapshot.State.RUNNING);
        return running.filter(node ->
                        own.isEmpty() || own.stream().anyMatch(link -> link.id().joins(node.name())))
                .findFirst()
                .map(node -> " " + node.name() + " listens at " + node.address() + ".")
                .orElse("");
    }
}

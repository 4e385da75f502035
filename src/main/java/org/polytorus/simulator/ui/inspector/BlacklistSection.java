package org.polytorus.simulator.ui.inspector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.BlacklistEntry;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.ui.controls.FoldingSection;
import org.polytorus.simulator.ui.controls.LineList;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.Quantities;

/** Whom the node wants nothing to do with, and the form that adds to the list. */
final class BlacklistSection extends FoldingSection {
    private static final int MOST_ROWS = 20;

    private final NodeName node;
    private final Commands commands;
    private final VBox rows = new VBox();
    private final LineList rest = new LineList(1, "Nobody is on the blacklist.");
    private final MessageLabel refusal = new MessageLabel("blacklistRefusal");
    private final BlacklistForm form;
    private final Map<PeerId, Label> texts = new LinkedHashMap<>();

    BlacklistSection(NodeName node, Commands commands) {
        super("blacklistFold", "Blacklist", false);
        this.node = node;
        this.commands = commands;
        form = new BlacklistForm(node, commands, this::answered);
        rows.setId("blacklistRows");
        rest.setId("blacklistRest");
        setContent(rows, rest, form, refusal);
    }

    void update(NodeSnapshot snapshot, long nowNanos) {
        List<BlacklistEntry> entries = snapshot.blacklist();
        List<BlacklistEntry> shown = entries.subList(0, Math.min(entries.size(), MOST_ROWS));
        if (!List.copyOf(texts.keySet())
                .equals(shown.stream().map(BlacklistEntry::peer).toList())) {
            texts.clear();
            rows.getChildren().clear();
            shown.forEach(entry -> rows.getChildren().add(row(entry.peer())));
        }
        for (BlacklistEntry entry : shown) {
            Label text = texts.get(entry.peer());
            if (text != null) {
                text.setText(text(entry, nowNanos));
            }
        }
        summarise(entries.isEmpty() ? "nobody" : Quantities.plural(entries.size(), "peer"));
        int hidden = entries.size() - shown.size();
        rest.show(hidden == 0 ? List.of() : List.of("and " + hidden + " more"));
        rest.setVisible(hidden > 0 || entries.isEmpty());
        rest.setManaged(rest.isVisible());
        form.update(snapshot.peers(), snapshot.state() == NodeSnapshot.State.RUNNING);
    }

    /** Fills the form in for a peer that was chosen elsewhere. */
    void prepare(PeerId peer) {
        setOpen(true);
        form.prepare(peer);
    }

    private HBox row(PeerId peer) {
        Label text = new Label();
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        texts.put(peer, text);
        Button remove = new Button("", new FontIcon(Feather.X));
        remove.getStyleClass().add("unblacklist-button");
        remove.setAccessibleText("Take off the blacklist");
        remove.setTooltip(new Tooltip("Take off the blacklist"));
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setOnAction(event -> commands.submit(new TestnetCommand.UnblacklistPeer(node, peer), this::answered));
        return new HBox(8, text, remove);
    }

    private void answered(CommandResult result) {
        refusal.setText(result.done() ? "" : result.message());
    }

    private static String text(BlacklistEntry entry, long nowNanos) {
        NodeName name = entry.name();
        String who = name == null ? entry.peer().shortText() : name.value();
        String where = entry.address() == null ? "" : " (" + entry.address() + ")";
        String length = entry.expiresNanos() == Long.MAX_VALUE
                ? "for ever"
                : "for another " + Quantities.span(entry.expiresNanos() - nowNanos);
        return who + where + ": " + entry.reason() + "; " + (entry.byUser() ? "by order, " : "by itself, ") + length;
    }
}

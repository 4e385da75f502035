package org.polytorus.simulator.ui.inspector;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.Quantities;
import org.polytorus.simulator.ui.controls.Section;
import org.polytorus.simulator.ui.controls.ShortField;

/** Splits the selected nodes off from all others: in which directions, and under which name. */
final class SplitOffForm extends VBox {
    /** What a name may have; longer ones would not be read in the picture. */
    static final int MAX_NAME_LENGTH = 40;

    private final List<NodeName> nodes;
    private final Commands commands;
    private final ShortField name = new ShortField(MAX_NAME_LENGTH);
    private final ToggleGroup ways = new ToggleGroup();
    private final Label effect = new Label();
    private final Button button = new Button("Split off", new FontIcon(Feather.SCISSORS));
    private final MessageLabel refusal = new MessageLabel("splitRefusal");
    private String suggestion = "";
    private @Nullable TestnetSnapshot latest;

    SplitOffForm(List<NodeName> nodes, Commands commands) {
        this.nodes = nodes;
        this.commands = commands;
        name.setId("splitName");
        name.setTooltip(new Tooltip("What the partition is called, in the picture too, and healed by"));
        name.setOnAction(event -> submit());
        effect.setId("splitEffect");
        effect.setWrapText(true);
        effect.setMinHeight(USE_PREF_SIZE);
        effect.getStyleClass().add("muted");
        button.setId("splitButton");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Swallow everything between them and the others, until healed (Ctrl+K)"));
        button.setOnAction(event -> submit());
        Facts form = new Facts();
        form.getStyleClass().add("form");
        form.row("Name", name);
        form.row("Which way", choices());
        getChildren().add(new Section("Split off from the others", form, effect, button, refusal));
    }

    private VBox choices() {
        VBox box = new VBox(4);
        for (SplitOff.Way way : SplitOff.Way.values()) {
            RadioButton choice = new RadioButton(way.text());
            choice.setId("splitWay" + way);
            choice.setUserData(way);
            choice.setToggleGroup(ways);
            choice.setSelected(way == SplitOff.Way.BOTH);
            box.getChildren().add(choice);
        }
        return box;
    }

    void update(TestnetSnapshot snapshot, List<NodeGroup> groups) {
        latest = snapshot;
        suggestion = SplitOff.suggestedName(snapshot, nodes, groups);
        name.setPromptText(suggestion);
        boolean possible = partition().isPresent();
        button.setDisable(!possible);
        effect.setText(possible ? effect(snapshot) : "There are no others: these are all nodes.");
    }

    private String effect(TestnetSnapshot snapshot) {
        Set<LinkId> links = between(snapshot);
        int all = links.size();
        snapshot.partitions().forEach(one -> one.cut().forEach(links::remove));
        if (all == 0) {
            return "No link joins them with the others now; links that come about later would be cut.";
        }
        return links.isEmpty()
                ? "All links between them and the others are cut already."
                : Quantities.plural(links.size(), "link") + " would be cut.";
    }

    /** Wishes what another form does, so that taking one more node in does not mean to begin again. */
    void wishLike(SplitOffForm other) {
        name.setText(other.name.getText());
        for (int i = 0; i < ways.getToggles().size(); i++) {
            ways.getToggles().get(i).setSelected(other.ways.getToggles().get(i).isSelected());
        }
    }

    void submit() {
        refusal.setText("");
        partition()
                .ifPresent(wished -> commands.submit(
                        new TestnetCommand.Split(wished),
                        result -> refusal.setText(result.done() ? "" : result.message())));
    }

    private Optional<Partition> partition() {
        TestnetSnapshot snapshot = latest;
        if (snapshot == null) {
            return Optional.empty();
        }
        String wished = name.getText().isBlank() ? suggestion : name.getText().strip();
        return SplitOff.of(
                snapshot, nodes, wished, (SplitOff.Way) ways.getSelectedToggle().getUserData());
    }

    private Set<LinkId> between(TestnetSnapshot snapshot) {
        Set<NodeName> inside = new LinkedHashSet<>(nodes);
        Set<LinkId> between = new LinkedHashSet<>();
        for (LinkSnapshot link : snapshot.links()) {
            if (inside.contains(link.id().a()) != inside.contains(link.id().b())) {
                between.add(link.id());
            }
        }
        return between;
    }
}

package org.polytorus.simulator.ui.inspector;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.Quantities;
import org.polytorus.simulator.ui.controls.Section;

/** Several nodes: what can be done to all of them at once, above all splitting them off from the others. */
final class NodesPane extends VBox {
    private static final int MOST_NAMES = 40;

    private final List<NodeName> nodes;
    private final Commands commands;
    private final MessageLabel refusal = new MessageLabel("nodesRefusal");
    private final SplitOffForm split;
    private final PartitionsSection partitions;

    NodesPane(List<NodeName> nodes, Commands commands) {
        this.nodes = nodes;
        this.commands = commands;
        getStyleClass().add("inspector-pane");
        Label title = new Label(Quantities.plural(nodes.size(), "node") + " selected");
        title.setId("nodesTitle");
        title.getStyleClass().add("inspector-title");
        Label names = new Label(names());
        names.setId("nodesNames");
        names.setWrapText(true);
        names.setMinHeight(USE_PREF_SIZE);
        names.getStyleClass().add("muted");
        split = new SplitOffForm(nodes, commands);
        partitions = new PartitionsSection(commands);
        FlowPane buttons = new FlowPane(
                8,
                8,
                each("nodesStart", "Start", Feather.PLAY, "Start each of them", TestnetCommand.StartNode::new),
                each("nodesStop", "Stop", Feather.SQUARE, "Stop each of them", TestnetCommand.StopNode::new),
                each("nodesMine", "Mine", Feather.BOX, "Let each of them mine a block", TestnetCommand.MineBlock::new));
        getChildren().addAll(title, names, split, new Section("Each of them", buttons, refusal), partitions);
    }

    List<NodeName> nodes() {
        return nodes;
    }

    void update(TestnetSnapshot snapshot, List<NodeGroup> groups) {
        split.update(snapshot, groups);
        partitions.update(snapshot);
    }

    /** Wishes for these nodes what was wished for others. */
    void wishLike(NodesPane other) {
        split.wishLike(other.split);
    }

    /** As the button that splits them off does. */
    void splitOff() {
        split.submit();
    }

    private String names() {
        String shown = nodes.stream().limit(MOST_NAMES).map(NodeName::value).collect(Collectors.joining(", "));
        return nodes.size() > MOST_NAMES ? shown + " and " + (nodes.size() - MOST_NAMES) + " more" : shown;
    }

    private Button each(String id, String text, Feather icon, String tip, Function<NodeName, TestnetCommand> command) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(tip));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            refusal.setText("");
            nodes.forEach(node -> commands.submit(command.apply(node), result -> answered(node, result)));
        });
        return button;
    }

    /** Tells the first refusal; the others mostly say the same. */
    private void answered(NodeName node, CommandResult result) {
        if (!result.done() && refusal.getText().isEmpty()) {
            refusal.setText(node + ": " + result.message());
        }
    }
}

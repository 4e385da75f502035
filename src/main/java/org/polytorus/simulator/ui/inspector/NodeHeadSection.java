package org.polytorus.simulator.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.MessageLabel;
import org.polytorus.simulator.ui.controls.Quantities;

/** Who a node is, how it does, and its buttons. */
final class NodeHeadSection extends VBox {
    private final StateLabel state = new StateLabel("nodeState");
    private final StateLabel health = new StateLabel("nodeHealth");
    private final Label sentence = new Label();
    private final SuspicionBox suspicion = new SuspicionBox();
    private final MessageLabel problem = new MessageLabel("nodeProblem");
    private final Facts facts = new Facts();
    private final Label address = facts.row("Address", "nodeAddress");
    private final Label peerId = facts.row("Id", "nodeId");
    private final Label height;
    private final Label tip;
    private final Label known;
    private final Label mempool;
    private final Label reorganisations;
    private final Label mining;
    private final CommandButton start;
    private final CommandButton stop;
    private final CommandButton mine;

    NodeHeadSection(NodeName node, Commands commands) {
        getStyleClass().add("head-section");
        facts.row("Health", health);
        height = facts.row("Height", "nodeHeight");
        tip = facts.row("Tip", "nodeTip");
        known = facts.row("Blocks known", "nodeKnownBlocks");
        mempool = facts.row("Mempool", "nodeMempool");
        reorganisations = facts.row("Reorganisations", "nodeReorganisations");
        mining = facts.row("Mining", "nodeMining");
        Label title = new Label(node.value());
        title.setId("nodeTitle");
        title.setWrapText(true);
        title.getStyleClass().add("inspector-title");
        sentence.setWrapText(true);
        sentence.getStyleClass().add("muted");
        MessageLabel refusal = new MessageLabel("nodeRefusal");
        start = new CommandButton(
                "startButton",
                "_Start",
                Feather.PLAY,
                "Open the listener and dial",
                commands,
                () -> new TestnetCommand.StartNode(node),
                refusal);
        stop = new CommandButton(
                "stopButton",
                "St_op",
                Feather.SQUARE,
                "Close listener and connections; the chain stays",
                commands,
                () -> new TestnetCommand.StopNode(node),
                refusal);
        mine = new CommandButton(
                "mineButton",
                "_Mine a block",
                Feather.BOX,
                "Mine one block now, with the waiting transactions",
                commands,
                () -> new TestnetCommand.MineBlock(node),
                refusal);
        FlowPane buttons = new FlowPane(8, 8, start, stop, mine);
        getChildren().addAll(title, state, sentence, suspicion, problem, buttons, refusal, facts);
    }

    void update(NodeSnapshot node, long nowNanos) {
        Words words = Words.of(node.state());
        state.show(words);
        sentence.setText(words.sentence());
        suspicion.update(node.suspicion(), nowNanos);
        problem.setText(node.problem());
        health.show(Words.of(node.health()));
        address.setText(node.address().toString());
        peerId.setText(node.id().toString());
        height.setText(Quantities.exact(node.height()));
        tip.setText(node.tip().toString());
        known.setText(Quantities.exact(node.knownBlocks()) + ", " + Quantities.plural(node.orphanBlocks(), "orphan"));
        mempool.setText(Quantities.plural(node.mempoolSize(), "transaction") + dropped(node.mempoolDropped()));
        reorganisations.setText(Quantities.exact(node.reorganisations()));
        mining.setText(node.mining() ? "by its timer" : "only by the button");
        boolean running = node.state() == NodeSnapshot.State.RUNNING;
        boolean stopped = node.state() == NodeSnapshot.State.STOPPED || node.state() == NodeSnapshot.State.FAILED;
        start.setDisable(!stopped);
        stop.setDisable(stopped);
        mine.setDisable(!running);
    }

    private static String dropped(long transactions) {
        return transactions == 0 ? "" : ", " + Quantities.exact(transactions) + " dropped";
    }
}

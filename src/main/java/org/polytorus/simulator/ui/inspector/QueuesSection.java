package org.polytorus.simulator.ui.inspector;

import java.util.Locale;
import javafx.scene.control.Label;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.QueueStats;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.AwayPeer;
import org.polytorus.simulator.ui.controls.Facts;
import org.polytorus.simulator.ui.controls.FoldingSection;
import org.polytorus.simulator.ui.controls.LineList;
import org.polytorus.simulator.ui.controls.Quantities;

/** The messages that the node holds back, by priority, and the peers whose return it waits for. */
final class QueuesSection extends FoldingSection {
    private static final int MOST_LINES = 8;

    private final Facts facts = new Facts();
    private final Label sizes = facts.row("Waiting", "queueSizes");
    private final Label processed = facts.row("Processed", "queueProcessed");
    private final Label dropped = facts.row("Given up", "queueDropped");
    private final Label wait = facts.row("Mean wait", "queueWait");
    private final Label bandwidth = facts.row("Sending", "queueBandwidth");
    private final LineList away = new LineList(MOST_LINES, "No peer is away.");

    QueuesSection() {
        super("queuesFold", "Queues", false);
        away.setId("awayPeers");
        Label name = new Label("Away");
        name.getStyleClass().add("fact-name");
        setContent(facts, name, away);
    }

    void update(NodeSnapshot node, long nowNanos) {
        QueueStats stats = node.queueStats();
        summarise(summary(node));
        sizes.setText(String.format(
                Locale.ROOT,
                "critical %,d, high %,d, normal %,d, low %,d",
                stats.criticalQueueSize(),
                stats.highQueueSize(),
                stats.normalQueueSize(),
                stats.lowQueueSize()));
        processed.setText(Quantities.plural(stats.totalMessagesProcessed(), "message"));
        dropped.setText(Quantities.exact(stats.totalMessagesDropped()) + ", of which too old "
                + Quantities.exact(node.messagesExpired()));
        wait.setText(String.format(Locale.ROOT, "%.2f ms", stats.averageProcessingTimeMillis()));
        bandwidth.setText(String.format(Locale.ROOT, "%.3f Mbit/s", stats.bandwidthUsageMbps()));
        away.show(node.away().stream().map(peer -> text(peer, nowNanos)).toList());
    }

    private static String summary(NodeSnapshot node) {
        QueueStats stats = node.queueStats();
        long waiting = (long) stats.criticalQueueSize()
                + stats.highQueueSize()
                + stats.normalQueueSize()
                + stats.lowQueueSize();
        String away = node.away().isEmpty()
                ? ""
                : ", " + Quantities.plural(node.away().size(), "peer") + " away";
        return (waiting == 0 ? "nothing waits" : Quantities.exact(waiting) + " waiting") + away;
    }

    private static String text(AwayPeer peer, long nowNanos) {
        NodeName name = peer.name();
        return (name == null ? peer.id().shortText() : name.value()) + ": for "
                + Quantities.span(nowNanos - peer.sinceNanos()) + ", "
                + Quantities.plural(peer.waiting(), "message") + " kept, " + Quantities.exact(peer.dropped())
                + " dropped";
    }
}

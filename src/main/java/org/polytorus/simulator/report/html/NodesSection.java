package org.polytorus.simulator.report.html;

import java.util.List;
import java.util.Locale;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.report.RunStory;
import org.polytorus.simulator.testnet.NodeSnapshot;

/** The nodes at the end. */
final class NodesSection implements Section {
    static final int MOST_NODES = 1_000;

    @Override
    public String title() {
        return "Nodes";
    }

    @Override
    public boolean appliesTo(RunStory story) {
        return !story.last().nodes().isEmpty();
    }

    @Override
    public void write(RunStory story, Markup page) {
        List<NodeSnapshot> nodes = story.last().nodes();
        Table table = new Table(
                page,
                "At the end" + (nodes.size() > MOST_NODES ? ", the first " + MOST_NODES + " of " + nodes.size() : ""),
                "Node",
                "State",
                "Health",
                "#Height",
                "Tip",
                "#Peers",
                "#Mempool",
                "#Reorgs",
                "#Messages sent",
                "#received",
                "#Bytes sent",
                "#received",
                "#Blocks",
                "#Transactions");
        for (NodeSnapshot node : nodes.subList(0, Math.min(nodes.size(), MOST_NODES))) {
            NetworkStats stats = node.stats();
            table.row(
                    node.name(),
                    word(node.state()),
                    word(node.health()),
                    node.height(),
                    node.tip().shortText(),
                    node.peers().size(),
                    node.mempoolSize(),
                    node.reorganisations(),
                    Numbers.whole(stats.messagesSent()),
                    Numbers.whole(stats.messagesReceived()),
                    Numbers.whole(stats.bytesSent()),
                    Numbers.whole(stats.bytesReceived()),
                    Numbers.whole(stats.blocksPropagated()),
                    Numbers.whole(stats.transactionsPropagated()));
        }
        table.end();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package org.polytorus.simulator.ui.inspector;

import java.util.List;
import java.util.function.Function;
import javafx.scene.layout.VBox;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.ui.controls.FoldingSection;

/** One node: who it is, what it did, whom it knows, and what it can be told to do. */
final class NodePane extends VBox {
    private final NodeName node;
    private final NodeHeadSection head;
    private final PeersSection peers;
    private final QualitySection quality = new QualitySection();
    private final PoolSection pool = new PoolSection();
    private final StatsSection stats = new StatsSection();
    private final QueuesSection queues = new QueuesSection();
    private final DiscoverySection discovery = new DiscoverySection();
    private final BlacklistSection blacklist;
    private final StorageSection storage = new StorageSection();
    private final BlocksSection blocks = new BlocksSection();
    private final TransactionSection transaction;
    private final FloodSection flood;
    private final List<FoldingSection> folding;

    NodePane(NodeName node, Commands commands) {
        this.node = node;
        getStyleClass().add("inspector-pane");
        head = new NodeHeadSection(node, commands);
        blacklist = new BlacklistSection(node, commands);
        peers = new PeersSection(blacklist::prepare);
        transaction = new TransactionSection(node, commands);
        flood = new FloodSection(node, commands);
        folding = List.of(transaction, flood, blocks, quality, queues, pool, discovery, blacklist, storage);
        getChildren().addAll(head, peers, quality, transaction, flood, stats, blocks);
        getChildren().addAll(queues, pool, discovery, blacklist, storage);
    }

    NodeName node() {
        return node;
    }

    /** Folds and unfolds as another node's pane, so that going from node to node changes only the node. */
    void foldLike(NodePane other) {
        for (int i = 0; i < folding.size(); i++) {
            folding.get(i).setOpen(other.folding.get(i).isOpen());
        }
    }

    void update(NodeSnapshot snapshot, long nowNanos, Function<PeerId, String> names) {
        head.update(snapshot, nowNanos);
        peers.update(snapshot.peers());
        quality.update(snapshot, nowNanos, names);
        transaction.update(snapshot);
        flood.update(snapshot, nowNanos);
        stats.update(snapshot.stats());
        pool.update(snapshot, nowNanos);
        discovery.update(snapshot.discovery(), snapshot.peers().size());
        queues.update(snapshot, nowNanos);
        blacklist.update(snapshot, nowNanos);
        storage.update(snapshot.storage());
        blocks.update(snapshot.recentBlocks());
    }
}

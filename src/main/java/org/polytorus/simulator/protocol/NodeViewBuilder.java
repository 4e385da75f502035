package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.BlockTree;
import org.polytorus.simulator.chain.Mempool;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.QueueStats;
import org.polytorus.simulator.model.Suspicion;

/** Copies the state of a node's parts into a view. */
final class NodeViewBuilder {
    /** Blocks that a view lists. */
    private static final int RECENT_BLOCKS = 20;

    private final NodeContext context;
    private final PeerTable peers;
    private final PeerSearch search;
    private final ConnectionPool pool;
    private final Blacklist blacklist;
    private final HealthMonitor health;
    private final AwayPeers away;
    private final BlockTree tree;
    private final Mempool mempool;
    private final QualityOfService quality;

    NodeViewBuilder(
            NodeContext context,
            PeerTable peers,
            PeerSearch search,
            ConnectionPool pool,
            Blacklist blacklist,
            HealthMonitor health,
            AwayPeers away,
            BlockTree tree,
            Mempool mempool,
            QualityOfService quality) {
        this.context = context;
        this.peers = peers;
        this.search = search;
        this.pool = pool;
        this.blacklist = blacklist;
        this.health = health;
        this.away = away;
        this.tree = tree;
        this.mempool = mempool;
        this.quality = quality;
    }

    NodeView build(
            boolean running,
            boolean mining,
            long reorganisations,
            NodeView.@Nullable FloodView flood,
            @Nullable Suspicion suspicion) {
        List<NodeView.PeerView> peerViews =
                peers.peers().stream().map(this::peerView).toList();
        return new NodeView(
                context.self,
                running,
                running ? health.ofNode(peers.peers(), pool.failedCount()) : NodeView.Health.DISCONNECTED,
                tree.tipHash(),
                tree.height(),
                tree.blockCount(),
                tree.orphanCount(),
                tree.chainTransactions(),
                mempool.size(),
                mempool.dropped(),
                reorganisations,
                mining,
                context.counters.stats(),
                peerViews,
                pool.pending(),
                pool.failed(),
                blacklist.entries(),
                away.views(),
                queueStats(),
                context.outbox.counters().expired(),
                flood,
                recentBlocks(),
                search.stats(),
                suspicion,
                quality.stats());
    }

    private QueueStats queueStats() {
        QueueCounters counters = context.outbox.counters();
        return new QueueStats(
                waiting(Priority.CRITICAL),
                waiting(Priority.HIGH),
                waiting(Priority.NORMAL),
                waiting(Priority.LOW),
                counters.processed(),
                counters.givenUp(),
                counters.averageMillis(),
                context.outbox.megabitsPerSecond());
    }

    private int waiting(Priority priority) {
        return context.outbox.waiting(priority) + away.waiting(priority);
    }

    private NodeView.PeerView peerView(Connection peer) {
        return new NodeView.PeerView(
                peer.peerId(),
                peer.id,
                peer.remote,
                peer.dialled,
                peer.nodeType(),
                peer.bestHeight,
                peer.registeredNanos,
                peer.lastHeardNanos,
                peer.roundTripNanos,
                health.of(peer),
                health.failuresOf(peer),
                peer.messagesSent,
                peer.messagesReceived,
                peer.bytesSent,
                peer.bytesReceived,
                peer.queue.size(),
                peer.queue.dropped(),
                quality.scoreOf(peer));
    }

    private List<NodeView.BlockView> recentBlocks() {
        List<NodeView.BlockView> views = new ArrayList<>();
        for (Block block : tree.recent(RECENT_BLOCKS)) {
            Hash hash = Hash.parse(block.hash());
            if (hash != null) {
                views.add(new NodeView.BlockView(
                        hash,
                        block.height(),
                        block.transactions().size(),
                        block.timestamp().low()));
            }
        }
        return views;
    }
}

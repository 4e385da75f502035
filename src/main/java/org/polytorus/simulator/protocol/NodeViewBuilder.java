package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.BlockTree;
import org.polytorus.simulator.chain.Mempool;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;

/** Copies the state of a node's parts into a view. */
final class NodeViewBuilder {
    /** Blocks that a view lists. */
    private static final int RECENT_BLOCKS = 20;

    /** More failed connections than this make a node unhealthy (PolyTorus's rule). */
    private static final int UNHEALTHY_FAILURES = 3;

    private final NodeContext context;
    private final PeerTable peers;
    private final ConnectionPool pool;
    private final Blacklist blacklist;
    private final KeepAlive keepAlive;
    private final BlockTree tree;
    private final Mempool mempool;

    NodeViewBuilder(
            NodeContext context,
            PeerTable peers,
            ConnectionPool pool,
            Blacklist blacklist,
            KeepAlive keepAlive,
            BlockTree tree,
            Mempool mempool) {
        this.context = context;
        this.peers = peers;
        this.pool = pool;
        this.blacklist = blacklist;
        this.keepAlive = keepAlive;
        this.tree = tree;
        this.mempool = mempool;
    }

    NodeView build(boolean running, boolean mining, long reorganisations, NodeView.@Nullable FloodView flood) {
        List<NodeView.PeerView> peerViews =
                peers.peers().stream().map(this::peerView).toList();
        return new NodeView(
                context.self,
                running,
                running ? health(peerViews) : NodeView.Health.DISCONNECTED,
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
                flood,
                recentBlocks());
    }

    private NodeView.Health health(List<NodeView.PeerView> peerViews) {
        if (peerViews.isEmpty()) {
            return NodeView.Health.DISCONNECTED;
        }
        if (pool.failedCount() > UNHEALTHY_FAILURES) {
            return NodeView.Health.UNHEALTHY;
        }
        boolean allWell = pool.failedCount() == 0
                && peerViews.stream().allMatch(peer -> peer.health() == NodeView.Health.HEALTHY);
        return allWell ? NodeView.Health.HEALTHY : NodeView.Health.DEGRADED;
    }

    private NodeView.PeerView peerView(Connection peer) {
        return new NodeView.PeerView(
                peer.peerId(),
                peer.id,
                peer.remote,
                peer.dialled,
                peer.nodeType,
                peer.bestHeight,
                peer.registeredNanos,
                peer.lastHeardNanos,
                peer.roundTripNanos,
                keepAlive.healthOf(peer),
                peer.messagesSent,
                peer.messagesReceived,
                peer.bytesSent,
                peer.bytesReceived,
                peer.queue.size(),
                peer.queue.dropped());
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

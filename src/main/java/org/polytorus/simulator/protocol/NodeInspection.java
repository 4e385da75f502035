package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.polytorus.simulator.chain.BlockTree;
import org.polytorus.simulator.chain.ChainView;
import org.polytorus.simulator.chain.Mempool;
import org.polytorus.simulator.chain.TreeLimits;
import org.polytorus.simulator.model.NetworkStats;

/** Looks into the parts of one node. */
final class NodeInspection implements NodeSight {
    private final NodeContext context;
    private final PeerTable peers;
    private final ConnectionPool pool;
    private final BlockTree tree;
    private final Mempool mempool;
    private final BooleanSupplier running;
    private final List<Consumer<Gauge>> bounded;

    /** @param bounded the parts with bounds of their own, besides tables of peers, blocks and transactions */
    NodeInspection(
            NodeContext context,
            PeerTable peers,
            ConnectionPool pool,
            BlockTree tree,
            Mempool mempool,
            BooleanSupplier running,
            List<Consumer<Gauge>> bounded) {
        this.context = context;
        this.peers = peers;
        this.pool = pool;
        this.tree = tree;
        this.mempool = mempool;
        this.running = running;
        this.bounded = bounded;
    }

    @Override
    public boolean isRunning() {
        return running.getAsBoolean();
    }

    @Override
    public int minimumDifficulty() {
        return context.settings.difficulty();
    }

    @Override
    public ChainView chain() {
        return tree;
    }

    @Override
    public NetworkStats stats() {
        return context.counters.stats();
    }

    @Override
    public List<OpenConnection> connections() {
        List<OpenConnection> open = new ArrayList<>();
        for (Connection each : peers.all()) {
            open.add(new OpenConnection(
                    each.id, each.remote, each.dialled, each.peer, each.registered, each.visit, each.isEnding()));
        }
        return open;
    }

    @Override
    public List<Wanted> addresses() {
        return pool.wanted();
    }

    @Override
    public long poolDueNanos() {
        return pool.nextDueNanos();
    }

    @Override
    public void gauge(Gauge gauge) {
        TreeLimits limits = context.settings.treeLimits();
        gauge.holds("blocks", tree.blockCount(), limits.maxBlocks());
        gauge.holds("orphans", tree.orphanCount(), limits.maxOrphans());
        gauge.holds("bytes of orphans", tree.orphanBytes(), limits.maxOrphanBytes());
        gauge.holds("transactions that wait", mempool.size(), Mempool.MAX_TRANSACTIONS);
        gauge.holds("bytes of transactions that wait", mempool.bytes(), Mempool.MAX_BYTES);
        peers.gauge(gauge, context.settings.maxPeers());
        bounded.forEach(part -> part.accept(gauge));
    }
}

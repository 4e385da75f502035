package org.polytorus.simulator.protocol;

import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.BlockTree;
import org.polytorus.simulator.chain.Mempool;
import org.polytorus.simulator.chain.MiningJob;
import org.polytorus.simulator.chain.TransactionFactory;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Transaction;

/**
 * Mines by a timer that is drawn around the block time, so that forks arise as they do in life, and searches the nonce in
 * slices, so that a hard one does not hold up the messages of the node.
 */
final class Miner extends Timed {
    /** Attempts in one go: a few milliseconds of work. */
    static final int ATTEMPTS_PER_SLICE = 20_000;

    private final NodeContext context;
    private final BlockTree tree;
    private final Mempool mempool;
    private final BlockGossip gossip;
    private final long blockTimeNanos;
    private boolean enabled;
    private long nextBlockNanos = NEVER;
    private int ordered;
    private @Nullable MiningJob job;

    Miner(NodeContext context, BlockTree tree, Mempool mempool, BlockGossip gossip) {
        super(context);
        this.context = context;
        this.tree = tree;
        this.mempool = mempool;
        this.gossip = gossip;
        this.enabled = context.settings.mining();
        this.blockTimeNanos = context.settings.blockTime().toNanos();
    }

    void start() {
        drawFirst();
    }

    void stop() {
        nextBlockNanos = NEVER;
        ordered = 0;
        job = null;
        plan();
    }

    void setEnabled(boolean wished, boolean running) {
        enabled = wished;
        if (running) {
            drawFirst();
        }
    }

    boolean isEnabled() {
        return enabled;
    }

    /** Orders a block outside the timer's turn. */
    void order() {
        ordered++;
        plan();
    }

    @Override
    void run() {
        if (nextBlockNanos <= context.now) {
            ordered = Math.max(ordered, 1);
            drawNext();
        }
        MiningJob current = job;
        if (current == null || !current.parentHash().equals(tree.tip().hash())) {
            current = newJob();
            job = current;
        }
        Block found = current.tryNonces(ATTEMPTS_PER_SLICE);
        if (found != null) {
            job = null;
            ordered--;
            if (!gossip.mined(found)) {
                throw new IllegalStateException("A block of this node's own making was not accepted: " + found.hash());
            }
        }
        plan();
    }

    private void drawFirst() {
        nextBlockNanos = enabled ? context.now + context.within(blockTimeNanos) : NEVER;
        plan();
    }

    private void drawNext() {
        nextBlockNanos = enabled ? context.now + context.around(blockTimeNanos) : NEVER;
    }

    private void plan() {
        due(ordered > 0 || job != null ? context.now : nextBlockNanos);
    }

    private MiningJob newJob() {
        Transaction reward = TransactionFactory.reward(tree.height() + 1, context.self.shortText(), context.self);
        return MiningJob.on(
                tree.tip(),
                reward,
                mempool,
                context.settings.maxBlockBytes(),
                context.settings.difficulty(),
                context.nowMillis());
    }
}

package org.polytorus.simulator.protocol;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.chain.BlockTree;
import org.polytorus.simulator.chain.Insertion;
import org.polytorus.simulator.chain.Mempool;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * What outlives a node: it takes back what its host has kept of an earlier life, and hands over the peers that it would like
 * to find again. Those of old are in the address book then, and {@link Rejoin} dials them while the node has no peer.
 */
final class LongMemory extends Timed {
    /** How often the peers are handed over, if they have changed. */
    static final long PEERS_GAP_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final NodeContext context;
    private final AddressBook book;
    private final BlockTree tree;
    private final Mempool mempool;
    private List<PeerInfo> handedOver = List.of();

    LongMemory(NodeContext context, AddressBook book, BlockTree tree, Mempool mempool) {
        super(context);
        this.context = context;
        this.book = book;
        this.tree = tree;
        this.mempool = mempool;
    }

    /** Takes back what was kept. Blocks are held against every rule again, since a file may have been changed. */
    void recall(Input.Remembered remembered) {
        int taken = 0;
        int refused = 0;
        for (Block block : remembered.blocks()) {
            switch (tree.add(context.shared.block(block))) {
                case Insertion.Connected connected -> {
                    taken += connected.connected().size();
                    mempool.follow(connected);
                }
                case Insertion.Rejected _ -> refused++;
                case Insertion.Orphan _, Insertion.AlreadyKnown _ -> {}
            }
        }
        remembered.peers().forEach(book::worked);
        handedOver = book.proven();
        context.emit(new Output.Recalled(taken, refused, remembered.peers().size()));
    }

    void start() {
        due(context.settings.remembers() ? context.now + PEERS_GAP_NANOS : NEVER);
    }

    void stop() {
        handOverPeers();
        due(NEVER);
    }

    @Override
    void run() {
        due(context.now + PEERS_GAP_NANOS);
        handOverPeers();
    }

    private void handOverPeers() {
        List<PeerInfo> proven = book.proven();
        if (context.settings.remembers() && !proven.equals(handedOver)) {
            handedOver = proven;
            context.emit(new Output.RememberPeers(proven));
        }
    }
}

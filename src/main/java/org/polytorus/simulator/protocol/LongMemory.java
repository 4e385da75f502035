package org.polytorus.simulator.protocol;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.chain.BlockTree;
import org.polytorus.simulator.chain.Insertion;
import org.polytorus.simulator.chain.Mempool;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * What outlives a node: it takes back what its host has kept of an earlier life, hands over the peers that it would like to
 * find again, and dials those of old when its bootstrap leads nowhere.
 */
final class LongMemory implements Timed {
    /** How often the peers are handed over, if they have changed. */
    static final long PEERS_GAP_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** What the bootstrap is given before old addresses are tried: its three tries, and the last one's answer. */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    /** Between two handfuls of old addresses. */
    static final long HANDFUL_GAP_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Old addresses that are tried at once. */
    static final int HANDFUL = 4;

    private final NodeContext context;
    private final PeerTable peers;
    private final AddressBook book;
    private final ConnectionPool pool;
    private final BlockTree tree;
    private final Mempool mempool;
    private List<PeerInfo> handedOver = List.of();
    private long nextHandOver = NEVER;
    private long nextHandful = NEVER;
    /** Where in the book the next handful begins. */
    private int next;

    LongMemory(
            NodeContext context,
            PeerTable peers,
            AddressBook book,
            ConnectionPool pool,
            BlockTree tree,
            Mempool mempool) {
        this.context = context;
        this.peers = peers;
        this.book = book;
        this.pool = pool;
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
        nextHandOver = context.settings.remembers() ? context.now + PEERS_GAP_NANOS : NEVER;
        nextHandful = context.settings.remembers() ? context.now + PATIENCE_NANOS : NEVER;
    }

    void stop() {
        handOverPeers();
        nextHandOver = NEVER;
        nextHandful = NEVER;
    }

    @Override
    public long nextDueNanos() {
        return Math.min(nextHandOver, nextHandful);
    }

    @Override
    public void run() {
        if (nextHandOver <= context.now) {
            nextHandOver = context.now + PEERS_GAP_NANOS;
            handOverPeers();
        }
        if (nextHandful <= context.now) {
            nextHandful = context.now + HANDFUL_GAP_NANOS;
            if (isLost()) {
                offerHandful();
            }
        }
    }

    private void handOverPeers() {
        List<PeerInfo> proven = book.proven();
        if (context.settings.remembers() && !proven.equals(handedOver)) {
            handedOver = proven;
            context.emit(new Output.RememberPeers(proven));
        }
    }

    /** Whether nobody is there of those whom the node was told to connect with, or nobody at all if it was told of none. */
    private boolean isLost() {
        return context.settings.bootstrapPeers().isEmpty() ? peers.peerCount() == 0 : !pool.holdsBootstrap();
    }

    private void offerHandful() {
        List<PeerInfo> proven = book.proven();
        int offered = 0;
        for (int looked = 0; looked < proven.size() && offered < HANDFUL; looked++) {
            PeerInfo peer = proven.get(next++ % proven.size());
            boolean worthIt = peers.ofPeer(peer.peerId()) == null && book.isRested(peer.address(), context.now);
            if (worthIt && pool.offer(peer.address())) {
                offered++;
            }
        }
        next = proven.isEmpty() ? 0 : next % proven.size();
    }
}

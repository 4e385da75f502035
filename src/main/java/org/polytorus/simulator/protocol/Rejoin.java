package org.polytorus.simulator.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Suspicion;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * The way back into the network through any address that this node ever knew: every few seconds three of them, 200 ms apart,
 * while it has no peer or has been suspicious for ten seconds. Until then the pool has the time to bring the usual peers back.
 *
 * <p>Addresses that were given to the node are the pool's concern and never tried here, so that a described topology stays
 * as it is. What is found is a peer like any other and is kept; there are at most three more than before the suspicion.
 */
final class Rejoin extends Timed {
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int ADDRESSES_A_ROUND = 3;
    private static final long STAGGER_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int MOST_MORE_PEERS = 3;

    private final NodeContext context;
    private final PeerTable peers;
    private final AddressBook book;
    private final Blacklist blacklist;
    private final ConnectionPool pool;
    private final PartitionWatch watch;
    private final Deque<Endpoint> chosen = new ArrayDeque<>(ADDRESSES_A_ROUND);
    private int usualPeers;

    Rejoin(
            NodeContext context,
            PeerTable peers,
            AddressBook book,
            Blacklist blacklist,
            ConnectionPool pool,
            PartitionWatch watch) {
        super(context);
        this.context = context;
        this.peers = peers;
        this.book = book;
        this.blacklist = blacklist;
        this.pool = pool;
        this.watch = watch;
    }

    void start() {
        usualPeers = 0;
        due(context.now + ROUND_NANOS);
    }

    void stop() {
        chosen.clear();
        due(NEVER);
    }

    /** The network was mended: the next round is now. */
    void retryNow() {
        if (nextDueNanos() != NEVER) {
            due(context.now);
        }
    }

    @Override
    void run() {
        if (!isWanted()) {
            chosen.clear();
            due(context.now + ROUND_NANOS);
            return;
        }
        if (chosen.isEmpty()) {
            choose();
        }
        Endpoint next = chosen.poll();
        if (next != null) {
            pool.offer(next);
        }
        due(context.now + (chosen.isEmpty() ? context.around(ROUND_NANOS) : STAGGER_NANOS));
    }

    private boolean isWanted() {
        Suspicion suspicion = watch.suspicion();
        if (suspicion == null) {
            usualPeers = peers.peerCount();
        }
        boolean isSuspicious = suspicion != null && context.now - suspicion.sinceNanos() >= PATIENCE_NANOS;
        boolean hasRoom = peers.peerCount() < usualPeers + MOST_MORE_PEERS;
        return peers.peerCount() == 0 || (isSuspicious && hasRoom);
    }

    private void choose() {
        List<Endpoint> candidates = new ArrayList<>();
        for (PeerInfo info : book.all()) {
            if (isWorthADial(info)) {
                candidates.add(info.address());
            }
        }
        while (chosen.size() < ADDRESSES_A_ROUND && !candidates.isEmpty()) {
            chosen.add(candidates.remove(context.random.nextInt(candidates.size())));
        }
    }

    private boolean isWorthADial(PeerInfo info) {
        Endpoint address = info.address();
        boolean isSelf = info.peerId().equals(context.self) || address.equals(context.listening);
        return !isSelf
                && !pool.knows(address)
                && peers.ofPeer(info.peerId()) == null
                && blacklist.find(info.peerId(), address) == null
                && book.isRested(address, context.now);
    }
}

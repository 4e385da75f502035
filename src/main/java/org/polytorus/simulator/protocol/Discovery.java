package org.polytorus.simulator.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * Finds peers while there are fewer than wished: in every round a lookup and a peer's list, then three addresses that are
 * dialled 200 ms apart (PolyTorus's rule). They are drawn at random, so that the testnet does not clump.
 */
final class Discovery extends Timed {
    private static final int ADDRESSES_A_ROUND = 3;
    private static final long STAGGER_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** About this long after the start, or after a loss, the first round comes. */
    private static final long SOON_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** A bucket in which nobody was looked for during this time is looked through. */
    static final long REFRESH_NANOS = TimeUnit.MINUTES.toNanos(10);

    private static final long REFRESH_CHECK_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final NodeContext context;
    private final PeerTable peers;
    private final ConnectionPool pool;
    private final AddressBook book;
    private final RoutingTable table;
    private final Lookups lookups;
    private final PeerExchange exchange;
    private final DiscoverySettings settings;
    private final int wished;
    private final ArrayDeque<Endpoint> offers = new ArrayDeque<>();
    private long nextRound = NEVER;
    private long nextOffer = NEVER;
    private long nextRefresh = NEVER;
    private boolean hasJoined;
    private boolean wasFulfilled;

    Discovery(
            NodeContext context,
            PeerTable peers,
            ConnectionPool pool,
            AddressBook book,
            RoutingTable table,
            Lookups lookups,
            PeerExchange exchange) {
        super(context);
        this.context = context;
        this.peers = peers;
        this.pool = pool;
        this.book = book;
        this.table = table;
        this.lookups = lookups;
        this.exchange = exchange;
        settings = context.settings.discovery();
        wished = Math.min(settings.wishedPeers(), context.settings.maxPeers());
    }

    void start() {
        if (settings.enabled()) {
            nextRound = context.now + context.around(SOON_NANOS);
            nextRefresh = context.now + REFRESH_NANOS;
            plan();
        }
    }

    void stop() {
        nextRound = NEVER;
        nextOffer = NEVER;
        nextRefresh = NEVER;
        offers.clear();
        hasJoined = false;
        plan();
    }

    void peerRegistered() {
        if (settings.enabled() && !wasFulfilled && peers.peerCount() >= wished) {
            wasFulfilled = true;
            context.observe(new Observation.WishFulfilled(peers.peerCount()));
        }
    }

    void peerLost() {
        if (nextRound != NEVER && lacking() > 0) {
            nextRound = Math.min(nextRound, context.now + context.around(SOON_NANOS));
            plan();
        }
    }

    @Override
    void run() {
        if (nextOffer <= context.now) {
            offerNext();
        }
        if (nextRound <= context.now) {
            nextRound = context.now + context.around(settings.interval().toNanos());
            round();
        }
        if (nextRefresh <= context.now) {
            nextRefresh = context.now + REFRESH_CHECK_NANOS;
            refresh();
        }
        plan();
    }

    private void plan() {
        due(Math.min(nextRound, Math.min(nextOffer, nextRefresh)));
    }

    /** A node that has peers enough looks only for its own place, once, so that others find it. */
    private void round() {
        boolean lacksPeers = lacking() > 0;
        if (lacksPeers) {
            exchange.askSomebody();
        }
        if (lookups.isRunning()) {
            choose();
        } else if (lacksPeers || !hasJoined) {
            Hash target = hasJoined ? KeySpace.random(context.random) : table.self();
            lookups.start(target, introductions(), this::lookedAround);
        }
    }

    /** Bootstrap addresses that lead to nobody now: a node without room for peers answers all the same. */
    private List<Endpoint> introductions() {
        return context.settings.bootstrapPeers().stream()
                .filter(address -> !pool.isConnected(address))
                .limit(Lookup.PARALLELISM)
                .toList();
    }

    private void lookedAround(Lookup lookup) {
        hasJoined |= lookup.hops() > 0;
        choose();
    }

    private void choose() {
        List<Endpoint> candidates = new ArrayList<>();
        for (PeerInfo known : book.all()) {
            boolean isNew = peers.ofPeer(known.peerId()) == null && !pool.knows(known.address());
            if (isNew && book.isRested(known.address(), context.now)) {
                candidates.add(known.address());
            }
        }
        offers.clear();
        while (offers.size() < ADDRESSES_A_ROUND && !candidates.isEmpty()) {
            offers.add(candidates.remove(context.random.nextInt(candidates.size())));
        }
        nextOffer = offers.isEmpty() ? NEVER : context.now;
        plan();
    }

    /** Dials the next address while peers are lacking; while a dial may still fill the last place, it waits. */
    private void offerNext() {
        if (peers.peerCount() >= wished) {
            offers.clear();
        } else if (lacking() > 0 && !offers.isEmpty()) {
            pool.offer(offers.remove());
        }
        nextOffer = offers.isEmpty() ? NEVER : context.now + STAGGER_NANOS;
    }

    private void refresh() {
        Hash stale = table.stale(context.now - REFRESH_NANOS, context.random);
        if (stale != null && !lookups.isRunning()) {
            lookups.start(stale, List.of(), _ -> {});
        }
    }

    /** Peers that are neither there nor about to be. */
    private int lacking() {
        return wished - peers.peerCount() - pool.pendingCount();
    }
}

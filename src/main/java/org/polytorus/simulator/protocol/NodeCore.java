package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.polytorus.simulator.chain.BlockTree;
import org.polytorus.simulator.chain.Mempool;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * A PolyTorus node as a state machine. It owns no clock, socket, thread or random generator: the host hands in what
 * happened and when, and carries out what comes out.
 *
 * <p>One thread at a time. Outputs are given to the consumer inside {@link #handle}, in the order in which they are to be
 * carried out; the consumer must not call {@code handle} back, but keep what follows for later.
 */
public final class NodeCore {
    /** The only version of the protocol that there is. */
    public static final int PROTOCOL_VERSION = 1;

    private final NodeContext context;
    private final PeerTable peers = new PeerTable();
    private final BlockTree tree;
    private final Mempool mempool = new Mempool();
    private final Blacklist blacklist;
    private final HealthMonitor health;
    private final AddressBook book = new AddressBook();
    private final AwayPeers away;
    private final QualityOfService quality;
    private final Replacement replacement;
    private final ConnectionPool pool;
    private final Handshakes handshakes;
    private final PeerSearch search;
    private final Discipline discipline;
    private final KeepAlive keepAlive;
    private final BlockGossip blocks;
    private final TransactionGossip transactions;
    private final Inbox inbox;
    private final Verification verification;
    private final Miner miner;
    private final Traffic traffic;
    private final Flood flood;
    private final PartitionWatch watch;
    private final Rejoin rejoin;
    private final LongMemory memory;
    private boolean running;
    private long wishedWakeUp = Timed.NEVER;

    /**
     * @param self the id that this node has on the wire
     * @param random where everything random comes from; used by this node alone
     * @param shared what it holds in common with other nodes of the same thread
     * @param outputs takes what the node decides
     */
    public NodeCore(
            NodeSettings settings, PeerId self, RandomGenerator random, SharedValues shared, Consumer<Output> outputs) {
        context = new NodeContext(settings, self, random, shared, outputs);
        tree = new BlockTree(settings.difficulty(), settings.treeLimits(), shared.validBlocks());
        blacklist = new Blacklist(context);
        health = new HealthMonitor(context);
        away = new AwayPeers(context);
        quality = new QualityOfService(context, peers, health);
        replacement = new Replacement(context, peers, quality);
        pool = new ConnectionPool(context, peers, blacklist, health, book);
        blacklist.whenLifted(pool::retryBlacklisted);
        blocks = new BlockGossip(context, quality, away, tree, mempool);
        transactions = new TransactionGossip(context, quality, away, mempool);
        handshakes = new Handshakes(context, peers, pool, blacklist, new PeerEvents());
        pool.giveUpThrough(handshakes::release);
        search = new PeerSearch(context, peers, pool, book, handshakes, tree::height);
        discipline = new Discipline(context, peers, pool, blacklist, handshakes);
        context.onMisbehaviour(discipline::misbehaved);
        keepAlive = new KeepAlive(
                context,
                peers,
                blocks::sendTip,
                handshakes::confirm,
                peer -> handshakes.end(peer, DisconnectReason.STALE));
        inbox = new Inbox(context, peers, handshakes, keepAlive, blocks, transactions, replacement, search);
        verification = new Verification(context, peers, handshakes);
        miner = new Miner(context, tree, mempool, blocks);
        traffic = new Traffic(context, transactions);
        flood = new Flood(context, peers, blocks);
        replacement.askThrough(search::askForPeers);
        watch = new PartitionWatch(context, peers, book, blacklist, miner::isEnabled);
        blocks.whenBrought(watch::brought);
        rejoin = new Rejoin(context, peers, book, blacklist, pool, watch);
        memory = new LongMemory(context, book, tree, mempool);
        List<Timed> parts = new ArrayList<>(List.of(
                blacklist,
                pool,
                handshakes,
                keepAlive,
                blocks.requests(),
                blocks.checks(),
                transactions.requests(),
                miner,
                traffic,
                flood,
                context.outbox,
                away,
                verification,
                watch,
                rejoin,
                quality,
                replacement,
                memory));
        parts.addAll(search.timed());
        context.timetable.order(parts);
    }

    public PeerId id() {
        return context.self;
    }

    /**
     * Takes one input and does what is due.
     *
     * @param nowNanos nanoseconds since the Unix epoch, never less than at the call before
     */
    public void handle(long nowNanos, Input input) {
        take(nowNanos, input);
        settle();
    }

    /** Takes one input of several that came together; after the last of them the host has to call {@link #settle}. */
    public void take(long nowNanos, Input input) {
        context.now = nowNanos;
        if (input instanceof Input.WakeUp) {
            wishedWakeUp = Timed.NEVER;
        }
        if (input instanceof Input.Received received) {
            inbox.received(received);
        } else {
            dispatch(input);
        }
    }

    /** Does what is due by the time of the last input, and says when to be woken. */
    public void settle() {
        long next = nextDueNanos();
        if (running && next <= context.now) {
            context.timetable.runUntil(context.now);
            next = nextDueNanos();
        }
        wishWakeUp(next);
    }

    private void dispatch(Input input) {
        switch (input) {
            case Input.Remembered remembered -> memory.recall(remembered);
            case Input.Start start -> start(start);
            case Input.Stop _ -> stop();
            case Input.WakeUp _ -> {}
            case Input.DialSucceeded dialled -> dialSucceeded(dialled);
            case Input.DialFailed failed -> dialFailed(failed);
            case Input.Accepted accepted -> accepted(accepted);
            case Input.Received received -> inbox.received(received);
            case Input.BadFrame bad -> inbox.badFrame(bad);
            case Input.Closed closed -> closed(closed);
            case Input.Congestion congestion -> congestion(congestion);
            case Input.OpenConnections open -> verification.compare(open.connections());
            case Input.NetworkChanged _ -> {
                pool.retryNow();
                rejoin.retryNow();
                keepAlive.retryNow();
            }
            case Input.KeepConnected keep -> pool.keep(keep.address(), running);
            case Input.Release release -> release(release.address());
            case Input.MineBlock _ -> miner.order();
            case Input.SetMining set -> miner.setEnabled(set.enabled(), running);
            case Input.SetTraffic set -> traffic.setEnabled(set.enabled(), running);
            case Input.SetQualityOfService set -> quality.setEnabled(set.enabled());
            case Input.SendTransaction send -> traffic.send(send);
            case Input.Probe probe -> probe(probe);
            case Input.StartFlood start -> flood.start(start);
            case Input.StopFlood _ -> flood.stop();
            case Input.BlacklistPeer order -> discipline.exclude(order.peer(), order.reason(), true, order.duration());
            case Input.UnblacklistPeer order -> blacklist.remove(order.peer());
        }
    }

    private void start(Input.Start start) {
        if (!running) {
            context.listening = start.listening();
            context.startedNanos = context.now;
            running = true;
            pool.start();
            search.start();
            verification.start();
            miner.start();
            traffic.start();
            watch.start();
            rejoin.start();
            memory.start();
        }
    }

    private void stop() {
        running = false;
        memory.stop();
        flood.stop();
        blocks.checks().stop();
        miner.stop();
        traffic.stop();
        pool.stop();
        search.stop();
        for (Connection connection : peers.all()) {
            handshakes.end(connection, DisconnectReason.STOPPING);
        }
        away.giveUpAll();
        watch.stop();
        rejoin.stop();
    }

    private void dialFailed(Input.DialFailed failed) {
        if (search.visits().isVisiting(failed.remote())) {
            search.visits().dialFailed(failed.remote(), failed.failure());
        } else {
            pool.failed(failed.remote(), failed.failure());
        }
    }

    private void dialSucceeded(Input.DialSucceeded dialled) {
        if (search.visits().isVisiting(dialled.remote())) {
            search.visits().arrived(dialled.connection(), dialled.remote());
        } else {
            handshakes.dialSucceeded(dialled.connection(), dialled.remote());
            if (running && !pool.knows(dialled.remote())) {
                handshakes.release(dialled.remote());
            }
        }
        endIfStopped(dialled.connection());
    }

    private void accepted(Input.Accepted accepted) {
        handshakes.accepted(accepted.connection(), accepted.remote());
        endIfStopped(accepted.connection());
    }

    private void endIfStopped(ConnectionId id) {
        Connection connection = peers.get(id);
        if (!running && connection != null) {
            handshakes.end(connection, DisconnectReason.STOPPING);
        }
    }

    private void closed(Input.Closed closed) {
        Connection connection = peers.get(closed.connection());
        if (connection != null) {
            handshakes.closed(connection, closed.cause());
        }
    }

    private void release(Endpoint address) {
        if (pool.release(address)) {
            handshakes.release(address);
        }
    }

    private void congestion(Input.Congestion congestion) {
        Connection connection = peers.get(congestion.connection());
        if (connection != null) {
            context.outbox.congestion(connection, congestion.congested());
        }
    }

    private void probe(Input.Probe probe) {
        for (Connection peer : new ArrayList<>(peers.peers())) {
            if (probe.peer() == null || probe.peer().equals(peer.peer)) {
                keepAlive.ping(peer);
            }
        }
    }

    private long nextDueNanos() {
        return running ? context.timetable.earliestNanos() : Timed.NEVER;
    }

    private void wishWakeUp(long next) {
        if (next != Timed.NEVER && next != wishedWakeUp) {
            wishedWakeUp = next;
            context.emit(new Output.WakeAt(next));
        }
    }

    /** The last block of the chain that this node follows. */
    public Hash tip() {
        return tree.tipHash();
    }

    /** A copy of the whole state. Health and times are as of {@code nowNanos}. */
    public NodeView view(long nowNanos) {
        context.now = Math.max(context.now, nowNanos);
        return new NodeViewBuilder(context, peers, search, pool, blacklist, health, away, tree, mempool, quality)
                .build(running, miner.isEnabled(), blocks.reorganisations(), flood.view(), watch.suspicion());
    }

    /** A look into this node that stays good as long as the node. */
    public NodeSight sight() {
        return new NodeInspection(
                context,
                peers,
                pool,
                tree,
                mempool,
                () -> running,
                List.of(
                        pool::gauge,
                        book::gauge,
                        away::gauge,
                        health::gauge,
                        blacklist::gauge,
                        discipline::gauge,
                        search::gauge,
                        replacement::gauge,
                        watch::gauge,
                        blocks.requests()::gauge,
                        blocks.checks()::gauge,
                        transactions.requests()::gauge));
    }

    /** What the parts of this node do when peers come and go. */
    private final class PeerEvents implements Handshakes.Events {
        @Override
        public void peerRegistered(Connection peer) {
            keepAlive.registered(peer);
            quality.registered();
            replacement.registered();
            away.returned(peer);
            watch.registered(peer);
            search.peerRegistered();
        }

        @Override
        public void abilitiesKnown(Connection peer) {
            if (peer.dialled) {
                book.worked(new PeerInfo(
                        peer.peerId(), peer.remote, context.nowSeconds(), peer.bestHeight, peer.nodeType()));
            }
            search.abilitiesKnown(peer);
            blocks.sendTip(peer);
        }

        @Override
        public void welcomed(Connection host) {
            search.welcomed(host);
        }

        @Override
        public void visitClosed(Connection host) {
            search.visits().closed(host);
        }

        @Override
        public void peerLost(Connection peer) {
            search.peerLost();
            blocks.requests().peerLost(peer);
            transactions.requests().peerLost(peer);
            replacement.lost(peer);
            if (AwayPeers.mayReturn(peer) && peer.ending != DisconnectReason.DUPLICATE) {
                health.lost(peer);
            }
            away.left(peer);
            watch.lost(peer);
        }

        @Override
        public int bestHeight() {
            return tree.height();
        }

        @Override
        public boolean makesRoomFor(PeerId newcomer) {
            if (pool.givesWay()) {
                return true;
            }
            Connection leaving = replacement.giveWay(newcomer);
            if (leaving != null) {
                handshakes.end(leaving, DisconnectReason.REPLACED);
            }
            return leaving != null;
        }
    }
}

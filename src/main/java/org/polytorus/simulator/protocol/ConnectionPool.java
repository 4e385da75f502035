package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.NodeSight.Stage;

/**
 * The addresses that this node wants to be connected to, and where each stands: pending, active or failed. Bootstrap gives
 * an address 3 tries 5 s apart, the addresses 500 ms apart; after that a failed one waits as many seconds as it has
 * failed, at most 300 (PolyTorus's rule). An address that the node found out about is given up sooner: the book keeps it.
 */
final class ConnectionPool extends Timed {
    private static final long STAGGER_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long RELEASED_WAIT_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(Target.MAX_BACK_OFF_SECONDS);
    /** Tries of an address that was no bootstrap address and has worked before. */
    private static final int TRIES_OF_FOUND = 3;
    /** Addresses besides those of the bootstrap. */
    private static final int MAX_FOUND = 1_000;
    /** Addresses that the host wants kept besides those of the bootstrap. */
    static final int MAX_KEPT = 1_000;
    /** How soon an address is looked at again that is busy otherwise. */
    private static final long BUSY_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final NodeContext context;
    private final PeerTable peers;
    private final Blacklist blacklist;
    private final HealthMonitor health;
    private final AddressBook book;
    private final Map<Endpoint, Target> targets = new LinkedHashMap<>();
    /** What the host wants kept; it outlasts a stop. */
    private final Set<Endpoint> kept = new LinkedHashSet<>();

    private Predicate<Endpoint> isBusy = _ -> false;
    private Consumer<Endpoint> disconnecting = _ -> {};

    ConnectionPool(NodeContext context, PeerTable peers, Blacklist blacklist, HealthMonitor health, AddressBook book) {
        super(context);
        this.context = context;
        this.peers = peers;
        this.blacklist = blacklist;
        this.health = health;
        this.book = book;
    }

    /** What else a connection to an address may be needed for: the pool dials it when that is over. */
    void waitWhile(Predicate<Endpoint> busy) {
        isBusy = busy;
    }

    /** Who ends the connection with an address that this pool has given up. */
    void giveUpThrough(Consumer<Endpoint> disconnects) {
        disconnecting = disconnects;
    }

    /** Begins anew with the bootstrap addresses. */
    void start() {
        targets.clear();
        long at = context.now;
        Set<Endpoint> wanted = new LinkedHashSet<>(context.settings.bootstrapPeers());
        wanted.addAll(kept);
        for (Endpoint endpoint : wanted) {
            Target target = new Target(endpoint, true);
            target.nextTryNanos = at;
            targets.put(endpoint, target);
            at += STAGGER_NANOS;
        }
        due(targets.isEmpty() ? NEVER : context.now);
    }

    /** Dials an address that this node found out about, unless it is in the pool already. True if it was not. */
    boolean offer(Endpoint endpoint) {
        if (targets.containsKey(endpoint)
                || targets.size() - context.settings.bootstrapPeers().size() - kept.size() >= MAX_FOUND) {
            return false;
        }
        Target target = new Target(endpoint, false);
        targets.put(endpoint, target);
        wait(target, 0);
        return true;
    }

    /** Stays connected there from now on; one address too many is told as a dial that failed. */
    void keep(Endpoint endpoint, boolean running) {
        if (kept.size() >= MAX_KEPT && !kept.contains(endpoint)) {
            context.observe(new Observation.DialFailed(endpoint, DialFailure.NO_PLACE, 1, NEVER));
            return;
        }
        kept.add(endpoint);
        Target target = targets.get(endpoint);
        if (target != null) {
            target.isBootstrap = true;
        } else if (running) {
            Target made = new Target(endpoint, true);
            targets.put(endpoint, made);
            wait(made, 0);
        }
    }

    /** Gives an address up that was to be kept. False if it is of the bootstrap too, and so is dialled on. */
    boolean release(Endpoint endpoint) {
        boolean released =
                kept.remove(endpoint) && !context.settings.bootstrapPeers().contains(endpoint);
        if (released) {
            targets.remove(endpoint);
        }
        return released;
    }

    void gauge(Gauge gauge) {
        int told = context.settings.bootstrapPeers().size() + kept.size();
        gauge.holds("addresses that are wanted", targets.size(), MAX_FOUND + told);
    }

    /** Whether the address was dialled again after a connection with it was opened: that one may take its time to end. */
    boolean hasDialledSince(Endpoint endpoint, long openedNanos) {
        Target target = targets.get(endpoint);
        return target != null
                && (target.stage == Stage.PENDING || target.stage == Stage.ACTIVE)
                && target.sinceNanos > openedNanos;
    }

    /** Whether the address is one that this node wants to be connected to. */
    boolean knows(Endpoint endpoint) {
        return targets.containsKey(endpoint);
    }

    void stop() {
        targets.clear();
        due(NEVER);
    }

    @Override
    void run() {
        due(NEVER);
        for (Target target : List.copyOf(targets.values())) {
            if (target.stage != Stage.WAITING) {
                continue;
            }
            BlacklistEntry excluded = blacklist.find(target.peer, target.endpoint);
            if (target.peer != null && peers.ofPeer(target.peer) != null) {
                target.stage = Stage.SATISFIED;
            } else if (target.nextTryNanos > context.now) {
                dueBy(target.nextTryNanos);
            } else if (excluded != null) {
                excluded(target, excluded);
            } else if (isFull() && !makesRoomFor(target)) {
                wait(target, TimeUnit.SECONDS.toNanos(1));
            } else if (isBusy.test(target.endpoint)) {
                wait(target, BUSY_WAIT_NANOS);
            } else {
                dial(target);
            }
        }
    }

    private boolean isFull() {
        return peers.peerCount() + pendingCount() >= context.settings.maxPeers();
    }

    private boolean makesRoomFor(Target due) {
        return due.isBootstrap && givesWay() && !isFull();
    }

    /**
     * Gives up the latest peer that was found in need, for one that this node was told to stay connected to or that comes by
     * itself: else whoever found others while it was cut off would keep its own apart for ever. Not where the node looks for
     * peers by itself, since no single one matters there. False if there is none.
     */
    boolean givesWay() {
        Target leaving = null;
        for (Target target : targets.values()) {
            boolean isSpare = target.stage == Stage.ACTIVE && !target.isBootstrap;
            leaving = isSpare ? target : leaving;
        }
        if (leaving == null || hasFoundEnough()) {
            return false;
        }
        targets.remove(leaving.endpoint);
        disconnecting.accept(leaving.endpoint);
        return true;
    }

    private void dial(Target target) {
        target.stage = Stage.PENDING;
        target.attempts++;
        target.sinceNanos = context.now;
        context.emit(new Output.Dial(target.endpoint));
    }

    /** A dialled connection became a registered peer. */
    void active(Endpoint endpoint, PeerId peer) {
        Target target = targets.get(endpoint);
        if (target != null) {
            target.stage = Stage.ACTIVE;
            target.peer = peer;
            target.everActive = true;
            target.failures = 0;
            target.lastFailure = null;
        }
    }

    /** A dialled connection turned out to lead to a peer that is connected already. */
    void satisfied(Endpoint endpoint, PeerId peer) {
        Target target = targets.get(endpoint);
        if (target != null) {
            target.stage = Stage.SATISFIED;
            target.peer = peer;
            target.failures = 0;
            target.lastFailure = null;
        }
    }

    /** A dial failed, or a dialled connection ended. */
    void failed(Endpoint endpoint, DialFailure failure) {
        Target target = targets.get(endpoint);
        if (target == null || target.stage == Stage.WAITING || target.stage == Stage.SATISFIED) {
            return;
        }
        BlacklistEntry excluded = blacklist.find(target.peer, endpoint);
        if (failure == DialFailure.BLACKLISTED && excluded != null) {
            excluded(target, excluded);
            return;
        }
        target.failures++;
        target.lastFailure = failure;
        // A lost connection was counted when its peer was lost.
        if (target.peer != null && failure != DialFailure.LOST) {
            health.failed(target.peer);
        }
        book.failed(endpoint, context.now);
        boolean isGivenUp = !target.isBootstrap && (!target.everActive || target.failures >= TRIES_OF_FOUND);
        if (failure == DialFailure.SELF) {
            book.remove(endpoint);
        }
        if (isGivenUp) {
            targets.remove(endpoint);
            target.nextTryNanos = NEVER;
        } else if (failure == DialFailure.SELF) {
            target.stage = Stage.SELF;
            target.nextTryNanos = NEVER;
        } else {
            boolean isHopeless = failure == DialFailure.REJECTED && hasFoundEnough();
            wait(target, isHopeless ? LONGEST_WAIT_NANOS : target.backOffNanos());
        }
        context.observe(new Observation.DialFailed(endpoint, failure, target.failures, target.nextTryNanos));
    }

    /** This node gave the peer up for a better one: no failure, but not to be dialled again at once. */
    void released(Endpoint endpoint) {
        Target target = targets.get(endpoint);
        if (target != null && target.isBootstrap) {
            wait(target, RELEASED_WAIT_NANOS);
        } else {
            targets.remove(endpoint);
        }
    }

    /** Not to be dialled is this node's own decision: it counts as no failure, and is told once. */
    private void excluded(Target target, BlacklistEntry entry) {
        boolean isNew = target.lastFailure != DialFailure.BLACKLISTED;
        target.lastFailure = DialFailure.BLACKLISTED;
        target.stage = Stage.WAITING;
        target.nextTryNanos = entry.expiresNanos();
        dueBy(target.nextTryNanos);
        if (isNew) {
            context.observe(new Observation.DialFailed(
                    target.endpoint, DialFailure.BLACKLISTED, target.failures, target.nextTryNanos));
        }
    }

    /** Somebody is off the blacklist. */
    void retryBlacklisted() {
        for (Target target : targets.values()) {
            if (target.stage == Stage.WAITING && target.lastFailure == DialFailure.BLACKLISTED) {
                wait(target, 0);
            }
        }
    }

    /** Where a peer listens, or null if this node was not told an address that led to it. */
    @Nullable
    Endpoint addressOf(PeerId peer) {
        for (Target target : targets.values()) {
            if (peer.equals(target.peer)) {
                return target.endpoint;
            }
        }
        return null;
    }

    boolean isPending(Endpoint endpoint) {
        Target target = targets.get(endpoint);
        return target != null && target.stage == Stage.PENDING;
    }

    /** Whether the address leads to a peer that is connected, whoever dialled. */
    boolean isConnected(Endpoint endpoint) {
        Target target = targets.get(endpoint);
        return target != null && (target.stage == Stage.ACTIVE || target.stage == Stage.SATISFIED);
    }

    /** A peer is gone for good: addresses that counted on a connection of its making are dialled again. */
    void peerLost(PeerId peer) {
        for (Target target : targets.values()) {
            if (target.stage == Stage.SATISFIED && peer.equals(target.peer)) {
                wait(target, TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    /** The network was mended: whoever waits tries at once. */
    void retryNow() {
        for (Target target : targets.values()) {
            if (target.stage == Stage.WAITING) {
                wait(target, 0);
            }
        }
    }

    private void wait(Target target, long nanos) {
        target.stage = Stage.WAITING;
        target.nextTryNanos = context.now + nanos;
        dueBy(target.nextTryNanos);
    }

    /** Whether this node looks for peers by itself and has enough: then no single address matters, and none is pressed. */
    private boolean hasFoundEnough() {
        int wished = Math.min(context.settings.discovery().wishedPeers(), context.settings.maxPeers());
        return context.settings.discovery().enabled() && peers.peerCount() >= wished;
    }

    int pendingCount() {
        int count = 0;
        for (Target target : targets.values()) {
            count += target.stage == Stage.PENDING ? 1 : 0;
        }
        return count;
    }

    /** Addresses that do not answer and are missed. */
    int failedCount() {
        if (hasFoundEnough()) {
            return 0;
        }
        int count = 0;
        for (Target target : targets.values()) {
            boolean excluded = target.lastFailure == DialFailure.BLACKLISTED;
            count += target.stage == Stage.WAITING && target.lastFailure != null && !excluded ? 1 : 0;
        }
        return count;
    }

    List<NodeSight.Wanted> wanted() {
        List<NodeSight.Wanted> wanted = new ArrayList<>(targets.size());
        targets.values().forEach(target -> wanted.add(target.sight()));
        return wanted;
    }

    List<NodeView.PendingDial> pending() {
        List<NodeView.PendingDial> views = new ArrayList<>();
        for (Target target : targets.values()) {
            if (target.stage == Stage.PENDING) {
                views.add(new NodeView.PendingDial(target.endpoint, target.sinceNanos, target.attempts));
            }
        }
        return views;
    }

    List<NodeView.FailedDial> failed() {
        List<NodeView.FailedDial> views = new ArrayList<>();
        for (Target target : targets.values()) {
            boolean failed = target.stage == Stage.WAITING || target.stage == Stage.SELF;
            if (failed && target.lastFailure != null) {
                views.add(new NodeView.FailedDial(
                        target.endpoint, target.lastFailure, target.failures, target.nextTryNanos));
            }
        }
        return views;
    }
}

package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.IpAddress;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * Exchanges addresses through PolyTorus's PeerList. An empty list is the request; so an answer is never empty, or two nodes
 * that know nobody would ask each other for ever.
 */
final class PeerExchange {
    /** Entries of an answer. */
    static final int MAX_ENTRIES = 100;

    /** One request of a peer in this time is answered, and one sent. */
    static final long GAP_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long NOT_NOW_SECONDS = 121;
    /** An answer that comes later was not asked for. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final NodeContext context;
    private final PeerTable peers;
    private final AddressBook book;
    private final Hearsay hearsay;
    private final IntSupplier height;
    private final Consumer<Connection> introduced;
    private long answered;
    private long ignored;

    /**
     * @param height how high this node's chain is
     * @param introduced is told when a node that has dialled says where it listens
     */
    PeerExchange(
            NodeContext context,
            PeerTable peers,
            AddressBook book,
            Hearsay hearsay,
            IntSupplier height,
            Consumer<Connection> introduced) {
        this.context = context;
        this.peers = peers;
        this.book = book;
        this.hearsay = hearsay;
        this.height = height;
        this.introduced = introduced;
    }

    long answered() {
        return answered;
    }

    long ignored() {
        return ignored;
    }

    /** Tells the other side, which cannot see it, where this node listens. */
    void introduceSelf(Connection to) {
        context.send(to, new Message.PeerList(List.of(ownEntry())));
    }

    /** Asks one of the peers for its list, whichever has not been asked lately. */
    void askSomebody() {
        List<Connection> askable = new ArrayList<>();
        for (Connection peer : peers.peers()) {
            if (!isWithin(peer.addresses.askedNanos, GAP_NANOS)) {
                askable.add(peer);
            }
        }
        if (!askable.isEmpty()) {
            ask(askable.get(context.random.nextInt(askable.size())));
        }
    }

    /** Asks a peer for its list, unless it was asked lately. */
    void ask(Connection peer) {
        if (!isWithin(peer.addresses.askedNanos, GAP_NANOS)) {
            peer.addresses.awaitsList = true;
            peer.addresses.askedNanos = context.now;
            context.send(peer, new Message.PeerList(List.of()));
        }
    }

    void received(Connection from, Message.PeerList list) {
        if (list.peers().isEmpty()) {
            requested(from);
            return;
        }
        noteWhereItListens(from, list.peers());
        if (from.addresses.awaitsList && isWithin(from.addresses.askedNanos, PATIENCE_NANOS)) {
            from.addresses.awaitsList = false;
            hearsay.credible(from, list.peers(), Hearsay.MAX_ENTRIES).forEach(book::heard);
        }
    }

    private void requested(Connection from) {
        if (isWithin(from.addresses.answeredNanos, GAP_NANOS)) {
            ignored++;
            context.misbehaved(
                    from,
                    Misbehaviour.TOO_MANY_QUESTIONS,
                    "a second peer list within " + TimeUnit.NANOSECONDS.toSeconds(GAP_NANOS) + " s");
            return;
        }
        from.addresses.answeredNanos = context.now;
        answered++;
        context.send(from, new Message.PeerList(listFor(from)));
    }

    /** Of a list that nobody asked for only this counts: a node knows best where it listens itself. */
    private void noteWhereItListens(Connection from, List<PeerInfo> entries) {
        for (PeerInfo entry : entries.subList(0, Math.min(entries.size(), MAX_ENTRIES))) {
            if (!from.dialled && entry.peerId().equals(from.peer) && isItsOwn(from, entry)) {
                boolean isNew = !entry.address().equals(from.addresses.listensAt);
                from.addresses.listensAt = entry.address();
                book.heard(entry);
                if (isNew) {
                    introduced.accept(from);
                }
                return;
            }
        }
    }

    /** Nobody may send us to the address of somebody else: it must be the one from which the connection came. */
    private boolean isItsOwn(Connection from, PeerInfo entry) {
        IpAddress told = entry.address().address();
        IpAddress seen = from.remote.address();
        return hearsay.isCredible(entry) && (told.equals(seen) || (told.isLoopback() && seen.isLoopback()));
    }

    /**
     * First the peers, then whoever else is known, in random order; nothing about the asker. Whoever is no peer now is told
     * of as seen a while ago, so that the asker can tell whom this node is connected with.
     */
    private List<PeerInfo> listFor(Connection asker) {
        Map<Endpoint, PeerInfo> list = new LinkedHashMap<>();
        for (Connection peer : peers.peers()) {
            PeerInfo entry = entryOf(peer);
            if (entry != null) {
                list.put(entry.address(), entry);
            }
        }
        List<PeerInfo> others = book.all();
        shuffle(others);
        long notNow = context.nowSeconds() - NOT_NOW_SECONDS;
        for (PeerInfo other : others) {
            long seen = Math.min(other.lastSeenSeconds(), notNow);
            list.putIfAbsent(
                    other.address(),
                    new PeerInfo(other.peerId(), other.address(), seen, other.bestHeight(), other.nodeType()));
        }
        List<PeerInfo> answer = list.values().stream()
                .filter(entry -> !entry.peerId().equals(asker.peer))
                .limit(MAX_ENTRIES)
                .toList();
        return answer.isEmpty() ? List.of(ownEntry()) : answer;
    }

    /** A node as others may be told of it, or null if nobody knows where it listens. */
    @Nullable
    PeerInfo entryOf(Connection peer) {
        Endpoint address = peer.listening();
        if (address == null || peer.peer == null) {
            return null;
        }
        PeerInfo entry = new PeerInfo(peer.peer, address, context.nowSeconds(), peer.bestHeight, peer.nodeType());
        return hearsay.isCredible(entry) ? entry : null;
    }

    private PeerInfo ownEntry() {
        return new PeerInfo(context.self, context.listening, context.nowSeconds(), height.getAsInt(), NodeType.OURS);
    }

    private void shuffle(List<PeerInfo> entries) {
        for (int i = entries.size() - 1; i > 0; i--) {
            Collections.swap(entries, i, context.random.nextInt(i + 1));
        }
    }

    private boolean isWithin(long sinceNanos, long spanNanos) {
        return sinceNanos != Long.MIN_VALUE && context.now - sinceNanos < spanNanos;
    }
}

package org.polytorus.simulator.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * Sends the questions of one lookup at a time and keeps the routing table by what comes of them. Peers are asked over the
 * connection that there is, others are visited.
 */
final class Lookups extends Timed {
    /** How long an answer may take, a visit's dial and handshake included. */
    static final long QUERY_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Questions at once: those of a lookup, introductions, and checks whether old contacts still answer. */
    private static final int MAX_QUERIES = 32;

    private final NodeContext context;
    private final PeerTable peers;
    private final AddressBook book;
    private final RoutingTable table;
    private final Hearsay hearsay;
    private final Visits visits;
    /** By id, oldest first. */
    private final Map<Long, Query> queries = new LinkedHashMap<>();

    private @Nullable Lookup running;
    private Consumer<Lookup> whenDone = _ -> {};
    private long done;
    private int lastHops = -1;

    /**
     * A question under way.
     *
     * @param contact who is asked, or null if only the address is known
     * @param lookup what it is asked for, or null for a check whether the contact still answers
     */
    private record Query(
            Message.FindNode question,
            Endpoint address,
            @Nullable Contact contact,
            @Nullable Lookup lookup,
            long dueNanos) {}

    Lookups(
            NodeContext context,
            PeerTable peers,
            AddressBook book,
            RoutingTable table,
            Hearsay hearsay,
            Visits visits) {
        super(context);
        this.context = context;
        this.peers = peers;
        this.book = book;
        this.table = table;
        this.hearsay = hearsay;
        this.visits = visits;
        visits.whenFailed(this::failed);
    }

    void gauge(Gauge gauge) {
        gauge.holds("questions for nodes", queries.size(), MAX_QUERIES);
    }

    boolean isRunning() {
        return running != null;
    }

    /** Lookups in which somebody answered. */
    long done() {
        return done;
    }

    /** Of the latest of them, or −1 before the first. */
    int lastHops() {
        return lastHops;
    }

    /**
     * Looks for the nodes nearest to {@code target}. Where the routing table is empty, {@code introductions} are asked first,
     * of which only the address is known.
     *
     * @param whenFinished runs once it is over, at once if there is nobody to ask
     */
    void start(Hash target, List<Endpoint> introductions, Consumer<Lookup> whenFinished) {
        if (running != null) {
            throw new IllegalStateException("A lookup is under way; a second one waits until it is done");
        }
        Lookup lookup = new Lookup(target, table.self());
        running = lookup;
        whenDone = whenFinished;
        table.lookedUp(target, context.now);
        table.closest(target, Bucket.SIZE, null).forEach(lookup::known);
        if (lookup.isDone()) {
            introductions.forEach(address -> ask(address, null, lookup, target));
        }
        goOn();
    }

    /** A node has been heard from, at an address that leads to it. */
    void saw(Contact contact) {
        Contact doubtful = table.saw(contact);
        if (doubtful == null || isAsked(doubtful)) {
            return;
        }
        if (peers.ofPeer(doubtful.peer()) != null) {
            table.saw(doubtful);
        } else {
            ask(doubtful.address(), doubtful, null, table.self());
        }
    }

    /** An answer has come; one that is not waited for, or no longer, has no effect. */
    void found(Connection from, Message.FoundNodes answer) {
        Query query = queries.get(answer.queryId());
        if (query == null || !isFrom(from, query)) {
            return;
        }
        remove(answer.queryId());
        visits.end(query.address());
        List<PeerInfo> told = hearsay.credible(from, answer.nodes(), Bucket.SIZE);
        told.forEach(book::heard);
        Contact by = Contact.of(
                new PeerInfo(from.peerId(), query.address(), context.nowSeconds(), from.bestHeight, from.nodeType()));
        saw(by);
        book.heard(by.info());
        if (query.lookup() != null) {
            query.lookup().answered(by, contacts(told));
        }
        goOn();
    }

    /** A question will not be answered. */
    private void failed(long queryId) {
        Query query = remove(queryId);
        if (query != null) {
            giveUp(query);
            goOn();
        }
    }

    /** This node stops. */
    void stop() {
        queries.clear();
        plan();
        running = null;
        visits.endAll();
    }

    @Override
    void run() {
        for (Query query : new ArrayList<>(queries.values())) {
            if (query.dueNanos() <= context.now) {
                remove(query.question().queryId());
                visits.end(query.address());
                giveUp(query);
            }
        }
        goOn();
    }

    private void giveUp(Query query) {
        if (query.contact() != null) {
            table.failed(query.contact().peer());
            if (query.lookup() != null) {
                query.lookup().failed(query.contact().peer());
            }
        }
    }

    private void goOn() {
        Lookup lookup = running;
        if (lookup == null) {
            return;
        }
        while (visits.hasRoom()) {
            Contact next = lookup.next();
            if (next == null) {
                break;
            }
            ask(next.address(), next, lookup, lookup.target());
        }
        boolean isAsking = queries.values().stream().anyMatch(query -> query.lookup() == lookup);
        if (lookup.isDone() && !isAsking) {
            running = null;
            if (lookup.hops() > 0) {
                done++;
                lastHops = lookup.hops();
            }
            whenDone.accept(lookup);
        }
    }

    private void ask(Endpoint address, @Nullable Contact contact, @Nullable Lookup lookup, Hash target) {
        Message.FindNode question = new Message.FindNode(context.random.nextLong(), target);
        Query query = new Query(question, address, contact, lookup, context.now + QUERY_NANOS);
        Connection peer = contact == null ? null : peers.ofPeer(contact.peer());
        if (queries.size() < MAX_QUERIES && peer != null && NodeType.findsNodes(peer.nodeType())) {
            put(query);
            context.send(peer, question);
        } else if (queries.size() < MAX_QUERIES && visits.begin(address, question)) {
            put(query);
        } else if (contact != null && lookup != null) {
            lookup.failed(contact.peer());
        }
    }

    private void put(Query query) {
        queries.put(query.question().queryId(), query);
        plan();
    }

    private @Nullable Query remove(long queryId) {
        Query removed = queries.remove(queryId);
        plan();
        return removed;
    }

    private void plan() {
        due(queries.isEmpty() ? NEVER : queries.values().iterator().next().dueNanos());
    }

    private boolean isAsked(Contact contact) {
        return queries.values().stream()
                .map(Query::contact)
                .anyMatch(asked -> asked != null && asked.peer().equals(contact.peer()));
    }

    /** An answer counts only from whom was asked, over the connection on which it was asked. */
    private static boolean isFrom(Connection from, Query query) {
        boolean isRightPeer = query.contact() == null || query.contact().peer().equals(from.peer);
        return from.peer != null && isRightPeer && (from.registered || from.remote.equals(query.address()));
    }

    private static List<Contact> contacts(List<PeerInfo> told) {
        return told.stream()
                .filter(info -> NodeType.findsNodes(info.nodeType()))
                .map(Contact::of)
                .toList();
    }
}

package org.polytorus.simulator.protocol;

import java.util.List;
import java.util.function.IntSupplier;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.DiscoveryStats;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.PeerInfo;

/**
 * Everything about finding other nodes, put together: addresses exchanged with peers, the hash table, and the search by the
 * clock. A node that does not search itself still answers those who do.
 */
final class PeerSearch {
    private final NodeContext context;
    private final AddressBook book;
    private final RoutingTable table;
    private final PeerExchange exchange;
    private final Visits visits;
    private final Lookups lookups;
    private final Discovery discovery;
    private long questionsAnswered;
    private long questionsIgnored;

    PeerSearch(
            NodeContext context,
            PeerTable peers,
            ConnectionPool pool,
            AddressBook book,
            Handshakes handshakes,
            IntSupplier height) {
        this.context = context;
        this.book = book;
        table = new RoutingTable(context.self);
        Hearsay hearsay = new Hearsay(context);
        exchange = new PeerExchange(context, peers, book, hearsay, height, this::noteContact);
        visits = new Visits(context, pool, book, handshakes);
        lookups = new Lookups(context, peers, book, table, hearsay, visits);
        discovery = new Discovery(context, peers, pool, book, table, lookups, exchange);
        pool.waitWhile(visits::isVisiting);
    }

    /** Asks a peer for its peers, unless it was asked a moment ago. */
    void askForPeers(Connection peer) {
        exchange.ask(peer);
    }

    List<Timed> timed() {
        return List.of(lookups, discovery);
    }

    Visits visits() {
        return visits;
    }

    void start() {
        discovery.start();
    }

    void stop() {
        discovery.stop();
        lookups.stop();
    }

    void peerRegistered() {
        discovery.peerRegistered();
    }

    void peerLost() {
        discovery.peerLost();
    }

    /** A peer's Handshake arrived. */
    void abilitiesKnown(Connection peer) {
        if (peer.dialled && peer.announces()) {
            exchange.introduceSelf(peer);
        }
        noteContact(peer);
    }

    /** The Handshake of a node that this one visits arrived. */
    void welcomed(Connection host) {
        if (NodeType.findsNodes(host.nodeType())) {
            exchange.introduceSelf(host);
        }
        visits.welcomed(host);
    }

    void peerList(Connection from, Message.PeerList list) {
        exchange.received(from, list);
    }

    void findNode(Connection from, Message.FindNode question) {
        if (!from.addresses.questions.isOpen(context.now)) {
            questionsIgnored++;
            context.misbehaved(from, Misbehaviour.TOO_MANY_QUESTIONS, "FindNode");
            return;
        }
        from.addresses.questions.take(0);
        questionsAnswered++;
        List<PeerInfo> nearest = table.closest(question.target(), Bucket.SIZE, from.peer).stream()
                .map(Contact::info)
                .toList();
        context.send(from, new Message.FoundNodes(question.queryId(), nearest));
    }

    void foundNodes(Connection from, Message.FoundNodes answer) {
        lookups.found(from, answer);
    }

    void gauge(Gauge gauge) {
        visits.gauge(gauge);
        lookups.gauge(gauge);
        table.gauge(gauge);
    }

    DiscoveryStats stats() {
        DiscoverySettings settings = context.settings.discovery();
        return new DiscoveryStats(
                settings.enabled(),
                settings.wishedPeers(),
                book.size(),
                table.size(),
                table.filledBuckets(),
                lookups.isRunning() ? 1 : 0,
                lookups.done(),
                lookups.lastHops(),
                exchange.answered() + questionsAnswered,
                exchange.ignored() + questionsIgnored);
    }

    /** Who can be asked for nodes, and whose address is known, goes into the routing table. */
    private void noteContact(Connection node) {
        PeerInfo entry = exchange.entryOf(node);
        if (entry != null && NodeType.findsNodes(entry.nodeType())) {
            lookups.saw(Contact.of(entry));
        }
    }
}

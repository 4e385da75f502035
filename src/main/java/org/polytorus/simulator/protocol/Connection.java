package org.polytorus.simulator.protocol;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.chain.BoundedSet;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;

/** One connection as its node knows it, from the first byte to the last. */
final class Connection {
    /**
     * Blocks remembered as known to the other side: more than it is told of at once. A testnet of 200 nodes has 1,600 of
     * these sets, and what is forgotten costs one needless announcement.
     */
    private static final int KNOWN_BLOCKS = 256;

    /** Transactions remembered as known to the other side: what passes between hearing of one and passing it on. */
    private static final int KNOWN_TRANSACTIONS = 512;

    /** There was no round yet, or what was told then may be lost. */
    static final int WHATEVER_THERE_IS = Integer.MAX_VALUE;

    /** Pings that may be on their way at once; an older one is given up. */
    private static final int MAX_OPEN_PINGS = 8;

    final ConnectionId id;
    final Endpoint remote;
    final boolean dialled;
    final long openedNanos;
    final OutboundQueue queue;
    final RateLimiter limiter;
    final PeerQuality quality = new PeerQuality();
    final Standing standing = new Standing();
    final AddressTalk addresses;
    final BoundedSet<Hash> knownBlocks = new BoundedSet<>(KNOWN_BLOCKS);
    final BoundedSet<Hash> knownTransactions = new BoundedSet<>(KNOWN_TRANSACTIONS);

    final Promises promises = new Promises();

    private final ArrayDeque<OpenPing> openPings = new ArrayDeque<>(1);

    @Nullable
    PeerId peer;

    private final NodeContext context;
    private String nodeType = "";
    private boolean announces;
    /** The highest block that the other side is known to have, from its own words and from what it was sent. */
    int bestHeight;
    /** The highest block of the followed chain that it was told of while it catches up. */
    int announcedHeight;
    /** Up to this height it is told of blocks again while it catches up, since what it was told before was evidently lost. */
    int lacksUpTo;
    /** How high this node was at the last round of pings; the other side has had time since to show that it is so, too. */
    int heightAtLastRound = WHATEVER_THERE_IS;

    /** Rules that it broke before it was registered. */
    int slips;

    boolean handshakeReceived;
    boolean registered;
    /** Whether it is there for questions only: neither side becomes the other's peer. */
    boolean visit;

    boolean congested;
    /** How much of the rate limit it gets. */
    RateStep rateStep = RateStep.AS_WISHED;
    /** Set when this node has decided to end it: nothing is sent any more, what still arrives is only counted. */
    @Nullable
    DisconnectReason ending;

    long lastHeardNanos;
    long registeredNanos;
    long lastPongNanos;
    long nextPingNanos;
    /** How often it was its turn with the keep-alive. */
    int rounds;

    long roundTripNanos = -1;
    long messagesSent;
    long messagesReceived;
    long bytesSent;
    long bytesReceived;

    private record OpenPing(long nonce, long sentNanos) {}

    Connection(ConnectionId id, Endpoint remote, boolean dialled, NodeContext context) {
        this.context = context;
        this.id = id;
        this.remote = remote;
        this.dialled = dialled;
        this.openedNanos = context.now;
        this.lastHeardNanos = context.now;
        this.queue = new OutboundQueue(context.outbox.counters());
        this.limiter = new RateLimiter(context.settings.rateLimit(), context.now);
        this.addresses = new AddressTalk(context.now);
    }

    /** Whether the other side asks for what is announced, as our nodes do. */
    boolean announces() {
        return announces;
    }

    /** How the other side presents itself; empty until it does. */
    String nodeType() {
        return nodeType;
    }

    void presentsItselfAs(String newType) {
        nodeType = NodeType.shared(newType);
        announces = NodeType.announces(newType);
        context.abilityChanges++;
    }

    /**
     * Whether asking makes sense. A listener of PolyTorus's never introduces itself to whoever dialled it, but neither does
     * one of ours whose Handshake was lost on the way: until an echo or an answer tells which it is, it is asked.
     */
    boolean mayAnswer() {
        return announces() || nodeType.isEmpty();
    }

    /** A request came back as an echo, which only PolyTorus does. */
    void echoed() {
        if (nodeType.isEmpty()) {
            presentsItselfAs(NodeType.POLYTORUS);
        }
    }

    /** A request was answered with data, which PolyTorus never does. */
    void answered() {
        if (nodeType.isEmpty()) {
            presentsItselfAs(NodeType.ANNOUNCING);
        }
    }

    void gauge(Gauge gauge) {
        queue.gauge(gauge);
        gauge.holds("blocks known to a peer", knownBlocks.size(), KNOWN_BLOCKS);
        gauge.holds("transactions known to a peer", knownTransactions.size(), KNOWN_TRANSACTIONS);
        gauge.holds("pings to a peer", openPings.size(), MAX_OPEN_PINGS);
    }

    /** Where the other side listens, or null if this node does not know. */
    @Nullable
    Endpoint listening() {
        return dialled ? remote : addresses.listensAt;
    }

    boolean isEnding() {
        return ending != null;
    }

    /** The id of a connection that is registered, which always has one. */
    PeerId peerId() {
        PeerId known = peer;
        if (known == null) {
            throw new IllegalStateException(id + " to " + remote + " is not registered");
        }
        return known;
    }

    void pingSent(long nonce, long now) {
        quality.pingSent(nonce, now);
        openPings.addLast(new OpenPing(nonce, now));
        if (openPings.size() > MAX_OPEN_PINGS) {
            openPings.removeFirst();
        }
    }

    /** Takes the answer to a ping; false if no open ping had this nonce. */
    boolean pongReceived(long nonce, long now) {
        for (OpenPing ping : openPings) {
            if (ping.nonce == nonce) {
                openPings.remove(ping);
                roundTripNanos = now - ping.sentNanos;
                lastPongNanos = now;
                quality.pongReceived(nonce, roundTripNanos, now);
                return true;
            }
        }
        return false;
    }
}

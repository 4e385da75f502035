package org.polytorus.simulator.protocol;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;

/**
 * How a connection becomes a registered peer, and ceases to be one. Both sides send their Handshake exactly once; the
 * accepting side also answers the other's with an Ack. A peer is registered on whichever of Handshake or Ack names it
 * first.
 *
 * <p>Two of our nodes that dial each other at once keep the connection that the smaller peer id dialled, on both sides;
 * with a PolyTorus node, which always keeps the first, the first is kept.
 */
final class Handshakes extends Timed {
    /** A PolyTorus node answers nothing in the first 2 s after its start. */
    private static final long SHORTEST_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** Visitors at once; they stay for less than a second, or until their time is over. */
    static final int MAX_VISITORS = 32;

    private static final String ALREADY_CONNECTED = "Already connected";

    private final NodeContext context;
    private final PeerTable peers;
    private final ConnectionPool pool;
    private final Blacklist blacklist;
    private final Events events;
    private final long timeoutNanos;

    /** What the rest of the node does when peers come and go, and what it knows of the chain. */
    interface Events {
        void peerRegistered(Connection peer);

        /** The peer's Handshake arrived: its abilities are known now. */
        void abilitiesKnown(Connection peer);

        void peerLost(Connection peer);

        /** A node that this one visits has introduced itself. */
        void welcomed(Connection host);

        /** A connection that was opened for a visit is gone. */
        void visitClosed(Connection host);

        int bestHeight();

        /** This node is full: whether somebody gave way, so that there is room for {@code newcomer} now. */
        boolean makesRoomFor(PeerId newcomer);
    }

    Handshakes(NodeContext context, PeerTable peers, ConnectionPool pool, Blacklist blacklist, Events events) {
        super(context);
        this.context = context;
        this.peers = peers;
        this.pool = pool;
        this.blacklist = blacklist;
        this.events = events;
        this.timeoutNanos = Math.max(
                SHORTEST_TIMEOUT_NANOS, context.settings.connectionTimeout().toNanos());
    }

    void dialSucceeded(ConnectionId id, Endpoint remote) {
        Connection connection = opened(id, remote, true);
        sendHandshake(connection);
    }

    void accepted(ConnectionId id, Endpoint remote) {
        // Else whoever opens connections and says nothing would keep everybody out; an honest stranger speaks at once.
        Connection oldest = peers.hasRoomForStranger() ? null : peers.oldestStranger();
        boolean hasRoom = oldest != null || peers.hasRoomForStranger();
        if (oldest != null) {
            context.misbehaved(oldest, Misbehaviour.SILENT_CONNECTION, "and makes room for the next stranger");
            end(oldest, DisconnectReason.NO_HANDSHAKE);
        }
        Connection connection = opened(id, remote, false);
        if (!hasRoom) {
            context.end(connection, DisconnectReason.TOO_MANY_PEERS);
        }
    }

    /** A connection that this node has dialled only to ask something. */
    Connection visit(ConnectionId id, Endpoint remote) {
        Connection connection = opened(id, remote, true);
        connection.visit = true;
        sendHandshake(connection);
        return connection;
    }

    private Connection opened(ConnectionId id, Endpoint remote, boolean dialled) {
        Connection connection = new Connection(id, remote, dialled, context);
        peers.opened(connection);
        dueBy(context.now + timeoutNanos);
        return connection;
    }

    void handshake(Connection from, Message.Handshake handshake) {
        if (from.handshakeReceived) {
            context.misbehaved(from, Misbehaviour.SECOND_HANDSHAKE, "from " + handshake.peerId());
            refuse(from, DisconnectReason.SECOND_HANDSHAKE, ALREADY_CONNECTED);
            return;
        }
        from.handshakeReceived = true;
        if (handshake.protocolVersion() != NodeCore.PROTOCOL_VERSION) {
            String text = "Protocol version mismatch: expected " + NodeCore.PROTOCOL_VERSION + ", got "
                    + Integer.toUnsignedString(handshake.protocolVersion());
            context.misbehaved(from, Misbehaviour.WRONG_VERSION, text);
            refuse(from, DisconnectReason.WRONG_VERSION, text);
            return;
        }
        if (handshake.peerId().equals(context.self)) {
            // The other end of this connection is this node as well, and learns from the id whom it has reached.
            context.send(from, new Message.HandshakeAck(context.self, false));
            end(from, DisconnectReason.SELF);
            return;
        }
        if (from.visit || (!from.dialled && NodeType.isVisitor(handshake.nodeType()))) {
            visited(from, handshake);
            return;
        }
        if (from.registered && !handshake.peerId().equals(from.peer)) {
            context.misbehaved(from, Misbehaviour.CHANGED_IDENTITY, "now " + handshake.peerId());
            end(from, DisconnectReason.CHANGED_IDENTITY);
            return;
        }
        from.presentsItselfAs(handshake.nodeType());
        from.bestHeight = handshake.bestHeight();
        if (identified(from, handshake.peerId(), true)) {
            events.abilitiesKnown(from);
        }
    }

    void ack(Connection from, Message.HandshakeAck ack) {
        if (ack.peerId().equals(context.self)) {
            end(from, DisconnectReason.SELF);
        } else if (!ack.accepted()) {
            end(from, DisconnectReason.REJECTED);
        } else if (from.registered && !ack.peerId().equals(from.peer)) {
            // One of the two was altered on its way, and nobody can tell which: another connection will.
            context.misbehaved(from, Misbehaviour.CHANGED_IDENTITY, "now " + ack.peerId());
            end(from, DisconnectReason.CHANGED_IDENTITY);
        } else if (!from.registered && from.dialled && !from.visit) {
            identified(from, ack.peerId(), false);
        }
    }

    /** One side has come only to ask: neither registers the other, so that there is always room for it. */
    private void visited(Connection connection, Message.Handshake handshake) {
        connection.visit = true;
        connection.peer = handshake.peerId();
        connection.presentsItselfAs(NodeType.ofResident(handshake.nodeType()));
        connection.bestHeight = handshake.bestHeight();
        boolean isExcluded = blacklist.find(handshake.peerId(), connection.dialled ? connection.remote : null) != null;
        if (isExcluded || (!connection.dialled && visitors() > MAX_VISITORS)) {
            context.send(connection, new Message.HandshakeAck(context.self, false));
            end(connection, isExcluded ? DisconnectReason.BLACKLISTED : DisconnectReason.TOO_MANY_PEERS);
        } else if (connection.dialled) {
            events.welcomed(connection);
        } else {
            context.send(connection, new Message.HandshakeAck(context.self, true));
            sendHandshake(connection);
        }
    }

    private long visitors() {
        return peers.all().stream()
                .filter(connection -> connection.visit && !connection.dialled)
                .count();
    }

    /** The other side refuses; from a registered peer an Error is no more than a remark. */
    void error(Connection from) {
        if (!from.registered) {
            end(from, DisconnectReason.REJECTED);
        }
    }

    /** Why a newcomer is not welcome, or null. */
    private @Nullable DisconnectReason objection(Connection connection, PeerId newcomer) {
        Endpoint listening = connection.dialled ? connection.remote : null;
        if (blacklist.find(newcomer, listening) != null) {
            if (listening != null) {
                blacklist.listensAt(newcomer, listening);
            }
            return DisconnectReason.BLACKLISTED;
        }
        boolean isFull = peers.peerCount() >= context.settings.maxPeers() && peers.ofPeer(newcomer) == null;
        return isFull && !events.makesRoomFor(newcomer) ? DisconnectReason.TOO_MANY_PEERS : null;
    }

    /** Says once more who this node is, to one of ours: the first time it may have been lost or altered on its way. */
    void confirm(Connection peer) {
        if (peer.announces()) {
            context.send(peer, new Message.HandshakeAck(context.self, true));
        }
    }

    /**
     * The other side has said who it is: registers it, unless its other connection is the one to keep.
     *
     * @return whether this connection goes on
     */
    private boolean identified(Connection connection, PeerId peer, boolean byHandshake) {
        if (connection.registered) {
            context.send(connection, new Message.HandshakeAck(context.self, true));
            return true;
        }
        connection.peer = peer;
        DisconnectReason objection = objection(connection, peer);
        if (objection != null) {
            if (byHandshake) {
                context.send(connection, new Message.HandshakeAck(context.self, false));
            }
            end(connection, objection);
            return false;
        }
        Connection other = peers.ofPeer(peer);
        if (other != null && !replaces(connection, other)) {
            turnAwayDuplicate(connection, peer);
            return false;
        }
        if (byHandshake) {
            context.send(connection, new Message.HandshakeAck(context.self, true));
            if (!connection.dialled) {
                sendHandshake(connection);
            }
        }
        if (other != null) {
            end(other, DisconnectReason.DUPLICATE);
        }
        register(connection, peer);
        return true;
    }

    private boolean replaces(Connection newer, Connection older) {
        boolean oursBothWays = newer.announces() || older.announces();
        if (!oursBothWays || newer.dialled == older.dialled || isSettled(older)) {
            return false;
        }
        boolean selfIsSmaller = context.self.compareTo(newer.peerId()) < 0;
        return newer.dialled == selfIsSmaller;
    }

    /**
     * Two that dial each other do so at about the same time. Who comes with the id of a peer that has long been connected
     * and lives is another one, or an impostor.
     */
    private boolean isSettled(Connection connection) {
        boolean isOld = context.now - connection.registeredNanos > timeoutNanos;
        boolean lives = context.now - connection.lastHeardNanos
                < context.settings.peerTimeout().toNanos() / 2;
        return isOld && lives;
    }

    private void turnAwayDuplicate(Connection connection, PeerId peer) {
        if (connection.dialled) {
            pool.satisfied(connection.remote, peer);
            end(connection, DisconnectReason.DUPLICATE);
        } else if (connection.announces()) {
            // The Ack tells the dialler whom it has reached, so that it need not try again.
            context.send(connection, new Message.HandshakeAck(context.self, true));
            end(connection, DisconnectReason.DUPLICATE);
        } else {
            refuse(connection, DisconnectReason.DUPLICATE, ALREADY_CONNECTED);
        }
    }

    private void register(Connection connection, PeerId peer) {
        connection.registeredNanos = context.now;
        peers.register(connection);
        context.counters.connectionOpened();
        if (connection.dialled) {
            pool.active(connection.remote, peer);
        }
        context.observe(new Observation.PeerConnected(peer, connection.remote, connection.dialled));
        events.peerRegistered(connection);
    }

    private void sendHandshake(Connection to) {
        context.send(
                to,
                new Message.Handshake(
                        context.self,
                        NodeCore.PROTOCOL_VERSION,
                        events.bestHeight(),
                        context.nowSeconds(),
                        to.visit && to.dialled ? NodeType.VISITOR : NodeType.OURS));
    }

    private void refuse(Connection connection, DisconnectReason reason, String text) {
        context.send(connection, new Message.ErrorMessage(text));
        end(connection, reason);
    }

    /** Takes the connection out of the peer table at once and asks the host to end it. */
    void end(Connection connection, DisconnectReason reason) {
        context.end(connection, reason);
        if (connection.registered) {
            unregister(connection, reason.text());
        }
    }

    /** The host says that the connection is gone. */
    void closed(Connection connection, String cause) {
        peers.removed(connection);
        DisconnectReason reason = connection.ending;
        if (connection.registered) {
            unregister(connection, cause);
        } else {
            context.outbox.discard(connection);
        }
        if (connection.dialled && connection.visit) {
            events.visitClosed(connection);
        } else if (connection.dialled && !pool.hasDialledSince(connection.remote, connection.openedNanos)) {
            dialledClosed(connection.remote, reason);
        }
    }

    private void dialledClosed(Endpoint remote, @Nullable DisconnectReason reason) {
        if (reason == DisconnectReason.REPLACED) {
            pool.released(remote);
        } else {
            pool.failed(remote, dialFailure(reason));
        }
    }

    /** Ends what this node has dialled at an address. */
    void release(Endpoint address) {
        for (Connection connection : peers.all()) {
            if (connection.dialled && connection.remote.equals(address)) {
                end(connection, DisconnectReason.RELEASED);
            }
        }
    }

    private void unregister(Connection connection, String cause) {
        PeerId peer = connection.peerId();
        peers.unregister(connection);
        context.counters.connectionClosed();
        context.observe(new Observation.PeerLost(peer, connection.remote, cause));
        events.peerLost(connection);
        pool.peerLost(peer);
    }

    private static DialFailure dialFailure(@Nullable DisconnectReason reason) {
        if (reason == null) {
            return DialFailure.LOST;
        }
        return switch (reason) {
            case NO_HANDSHAKE -> DialFailure.NO_HANDSHAKE;
            case WRONG_VERSION -> DialFailure.WRONG_VERSION;
            case SELF -> DialFailure.SELF;
            case REJECTED -> DialFailure.REJECTED;
            case TOO_MANY_PEERS -> DialFailure.NO_PLACE;
            case BLACKLISTED -> DialFailure.BLACKLISTED;
            case STOPPING,
                    DUPLICATE,
                    SECOND_HANDSHAKE,
                    CHANGED_IDENTITY,
                    MALFORMED,
                    STALE,
                    REPLACED,
                    RELEASED,
                    VISIT_OVER,
                    ORPHAN -> DialFailure.LOST;
        };
    }

    @Override
    void run() {
        due(NEVER);
        for (Connection connection : peers.all()) {
            if (connection.registered || connection.isEnding()) {
                continue;
            }
            long due = connection.openedNanos + timeoutNanos;
            if (due > context.now) {
                dueBy(due);
            } else if (connection.visit && connection.handshakeReceived) {
                end(connection, DisconnectReason.VISIT_OVER);
            } else {
                context.misbehaved(connection, Misbehaviour.SILENT_CONNECTION, "no handshake in time");
                end(connection, DisconnectReason.NO_HANDSHAKE);
            }
        }
    }
}

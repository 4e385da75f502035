package org.polytorus.simulator.protocol;

import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Frames;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.WireError;
import org.polytorus.simulator.wire.WireException;

/** Counts and reads what arrives, and hands each message to the part of the node that it is for. */
final class Inbox {
    private final NodeContext context;
    private final PeerTable peers;
    private final Handshakes handshakes;
    private final KeepAlive keepAlive;
    private final BlockGossip blocks;
    private final TransactionGossip transactions;
    private final Replacement replacement;
    private final PeerSearch search;

    Inbox(
            NodeContext context,
            PeerTable peers,
            Handshakes handshakes,
            KeepAlive keepAlive,
            BlockGossip blocks,
            TransactionGossip transactions,
            Replacement replacement,
            PeerSearch search) {
        this.context = context;
        this.peers = peers;
        this.handshakes = handshakes;
        this.keepAlive = keepAlive;
        this.blocks = blocks;
        this.transactions = transactions;
        this.replacement = replacement;
        this.search = search;
    }

    void received(Input.Received received) {
        Connection from = peers.get(received.connection());
        if (from == null) {
            return;
        }
        int frameBytes = Frames.HEADER_BYTES + received.payload().length;
        context.counters.received(frameBytes);
        from.messagesReceived++;
        from.bytesReceived += frameBytes;
        from.lastHeardNanos = context.now;
        if (from.isEnding()) {
            inherit(from, received.payload());
            return;
        }
        try {
            message(from, context.shared.decode(received.payload()), received.payload().length);
        } catch (WireException e) {
            malformed(from, e);
        }
    }

    /**
     * Of two connections with one peer the other side may still use the one that this side has given up: what it tells of
     * the chain there counts, as if it had come over the one that stays.
     */
    private void inherit(Connection ending, byte[] payload) {
        PeerId peer = ending.ending == DisconnectReason.DUPLICATE ? ending.peer : null;
        Connection heir = peer == null ? null : peers.ofPeer(peer);
        if (heir == null) {
            return;
        }
        try {
            Message message = context.shared.decode(payload);
            if (isForPeersOnly(message.kind())) {
                message(heir, message, payload.length);
            }
        } catch (WireException e) {
            malformed(heir, e);
        }
    }

    void badFrame(Input.BadFrame bad) {
        Connection from = peers.get(bad.connection());
        if (from != null) {
            malformed(from, bad.error());
        }
    }

    private void malformed(Connection from, WireException error) {
        boolean half = error.error() == WireError.FRAME_UNFINISHED;
        Misbehaviour rule = half ? Misbehaviour.HALF_FRAME : Misbehaviour.MALFORMED_FRAME;
        context.misbehaved(from, rule, error.error() + ": " + error.getMessage());
        handshakes.end(from, DisconnectReason.MALFORMED);
    }

    private void message(Connection from, Message message, int bytes) {
        if (!from.registered && isForPeersOnly(message.kind()) && !isForVisits(from, message.kind())) {
            context.misbehaved(
                    from, Misbehaviour.DATA_BEFORE_HANDSHAKE, message.kind().wireName());
            return;
        }
        switch (message) {
            case Message.Handshake handshake -> handshakes.handshake(from, handshake);
            case Message.HandshakeAck ack -> handshakes.ack(from, ack);
            case Message.ErrorMessage _ -> handshakes.error(from);
            case Message.Ping ping -> context.send(from, new Message.Pong(ping.nonce(), context.nowSeconds()));
            case Message.Pong pong -> keepAlive.pong(from, pong);
            case Message.BlockAnnouncement announcement -> blocks.announced(from, announcement);
            case Message.BlockData data -> blocks.received(from, data, bytes);
            case Message.BlockRequest request -> blocks.requested(from, request);
            case Message.TransactionAnnouncement announcement -> transactions.announced(from, announcement);
            case Message.TransactionData data -> transactions.received(from, data, bytes);
            case Message.TransactionRequest request -> transactions.requested(from, request);
            case Message.StatusUpdate status -> from.bestHeight = status.bestHeight();
            case Message.PeerList list -> {
                replacement.told(from, list);
                search.peerList(from, list);
            }
            case Message.FindNode question -> search.findNode(from, question);
            case Message.FoundNodes answer -> search.foundNodes(from, answer);
        }
    }

    /** PolyTorus answers pings even of strangers; everything about the chain is for registered peers. */
    private static boolean isForPeersOnly(MessageKind kind) {
        return switch (kind) {
            case HANDSHAKE, HANDSHAKE_ACK, PING, PONG, ERROR -> false;
            case BLOCK_ANNOUNCEMENT,
                    BLOCK_DATA,
                    TRANSACTION_ANNOUNCEMENT,
                    TRANSACTION_DATA,
                    BLOCK_REQUEST,
                    TRANSACTION_REQUEST,
                    PEER_LIST,
                    FIND_NODE,
                    FOUND_NODES,
                    STATUS_UPDATE -> true;
        };
    }

    /** Who has only come to ask may do so after its handshake. */
    private static boolean isForVisits(Connection from, MessageKind kind) {
        boolean isAboutNodes =
                kind == MessageKind.PEER_LIST || kind == MessageKind.FIND_NODE || kind == MessageKind.FOUND_NODES;
        return isAboutNodes && from.visit && from.handshakeReceived;
    }
}

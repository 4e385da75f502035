package org.polytorus.simulator.live;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.protocol.NodeCore;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.WireException;

/**
 * Hears on a new connection who the other side is. If it is a guest, the connection travels over the link with that guest
 * from this very message on, whichever side has dialled; if that link is dropped, the connection is reset. Then the gate
 * takes itself out of the channel.
 */
final class GuestGate extends ChannelInboundHandlerAdapter {
    private final Guests guests;
    private final NodeName node;
    private final NodeConnection connection;
    private final @Nullable Endpoint dialled;
    private final @Nullable LiveLink link;

    private GuestGate(
            Guests guests,
            NodeName node,
            NodeConnection connection,
            @Nullable Endpoint dialled,
            @Nullable LiveLink link) {
        this.guests = guests;
        this.node = node;
        this.connection = connection;
        this.dialled = dialled;
        this.link = link;
    }

    /** For a connection that was accepted: by its address nobody can be known. */
    static GuestGate accepting(Guests guests, NodeName node, NodeConnection connection) {
        return new GuestGate(guests, node, connection, null, null);
    }

    /** For a connection that {@code node} has dialled, over a link with a guest or over none. */
    static GuestGate dialling(
            Guests guests, NodeName node, NodeConnection connection, Endpoint remote, @Nullable LiveLink link) {
        return new GuestGate(guests, node, connection, remote, link);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        PeerId id = message instanceof byte[] payload ? named(payload) : null;
        if (id == null) {
            context.fireChannelRead(message);
            return;
        }
        LiveLink travelled = link;
        if (travelled == null) {
            travelled = guests.arrived(id, node, dialled);
            if (travelled != null && travelled.isDropped()) {
                Channels.reset(context.channel());
                return;
            }
            if (travelled != null) {
                LinkHandler handler = travelled.newHandler(node);
                context.pipeline().addAfter(context.name(), null, handler);
                connection.travelsOn(handler);
            }
        } else {
            guests.answered(other(travelled.id()), id);
        }
        context.fireChannelRead(message);
        if (!context.isRemoved()) {
            context.pipeline().remove(this);
        }
    }

    private NodeName other(LinkId id) {
        return id.a().equals(node) ? id.b() : id.a();
    }

    /** Whom the message names as its sender, or null if it is none that does. The node judges it, not this gate. */
    private @Nullable PeerId named(byte[] payload) {
        if (!mayName(payload)) {
            return null;
        }
        try {
            Message message = MessageCodec.decodePayload(payload);
            if (message instanceof Message.Handshake handshake) {
                return handshake.protocolVersion() == NodeCore.PROTOCOL_VERSION ? handshake.peerId() : null;
            }
            return message instanceof Message.HandshakeAck ack && ack.accepted() ? ack.peerId() : null;
        } catch (WireException malformed) {
            return null; // The node reads the same bytes next, and answers for them.
        }
    }

    /** A look at the tag saves decoding what is no handshake. Who has dialled is named by his own Handshake alone. */
    private boolean mayName(byte[] payload) {
        boolean small = payload.length >= Integer.BYTES && payload[1] == 0 && payload[2] == 0 && payload[3] == 0;
        return small && (payload[0] == 0 || (payload[0] == 1 && dialled != null));
    }
}

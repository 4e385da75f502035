package org.polytorus.simulator.live;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.Linger;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.protocol.ConnectionId;
import org.polytorus.simulator.protocol.DialFailure;
import org.polytorus.simulator.protocol.DisconnectReason;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.wire.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a node, the last handler of its channel: what happens on the channel becomes inputs, what the node
 * decides is done to the channel. A connection is ended in both directions, one after the other, so that no frame which one
 * end has counted as sent is cut off before the other end has read it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty tells of failed writes and closes through the pipeline.
final class NodeConnection extends ChannelInboundHandlerAdapter {
    /** A node that ignores the congestion of a peer is cut off here, so that no peer can make it take all memory. */
    private static final long MAX_UNSENT_BYTES = 64L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(NodeConnection.class);

    private enum State {
        /** Not connected yet, the node does not know of it. */
        NEW,
        OPEN,
        /** The node wants it to end; it still hears what arrives. */
        ENDING,
        /** The node has been told that it is gone. */
        GONE
    }

    private final NodeEngine engine;
    private final ConnectionId id;
    private final Endpoint remote;
    private final boolean dialled;
    private final @Nullable LiveLink link;
    private @Nullable LinkHandler linkHandler;
    private final Channel channel;
    private State state = State.NEW;
    private boolean inputEnded;
    private boolean outputEnding;
    private boolean outputEnded;
    private String cause = "";
    private boolean flushPlanned;
    private boolean hasSent;
    private @Nullable FrameBatcher batcher;

    private NodeConnection(
            NodeEngine engine,
            Channel channel,
            Endpoint remote,
            boolean dialled,
            @Nullable LiveLink link,
            @Nullable LinkHandler linkHandler) {
        this.engine = engine;
        this.id = engine.nextConnectionId();
        this.channel = channel;
        this.remote = remote;
        this.dialled = dialled;
        this.link = link;
        this.linkHandler = linkHandler;
    }

    /** A connection that this node opens; with the link and its handler where the remote is a node of this testnet. */
    static NodeConnection dialled(
            NodeEngine engine,
            Channel channel,
            Endpoint remote,
            @Nullable LiveLink link,
            @Nullable LinkHandler linkHandler) {
        return new NodeConnection(engine, channel, remote, true, link, linkHandler);
    }

    static NodeConnection accepted(NodeEngine engine, Channel channel) {
        return new NodeConnection(engine, channel, Channels.toEndpoint(channel.remoteAddress()), false, null, null);
    }

    /** The connection turned out to be one of a link, which holds its frames up from now on. */
    void travelsOn(LinkHandler handler) {
        linkHandler = handler;
    }

    /** What cuts the stream for a connection of this node. No frame may take longer than a peer may be silent. */
    static FrameDecoder decoder(NodeSpec spec) {
        long frameNanos =
                Math.min(FrameDecoder.LONGEST_FRAME_NANOS, spec.peerTimeout().toNanos());
        return new FrameDecoder(spec.maxMessageBytes(), frameNanos);
    }

    ConnectionId id() {
        return id;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        batcher = context.pipeline().get(FrameBatcher.class);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (link != null && link.isDropped()) {
            Channels.reset(channel);
            engine.offer(new Input.DialFailed(remote, DialFailure.REFUSED));
            return;
        }
        state = State.OPEN;
        engine.opened(this);
        engine.offer(dialled ? new Input.DialSucceeded(id, remote) : new Input.Accepted(id, remote));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (state != State.OPEN && state != State.ENDING) {
            return;
        }
        switch (message) {
            case byte[] payload -> engine.offerTogether(new Input.Received(id, payload));
            case WireException refused -> engine.offer(new Input.BadFrame(id, refused));
            default -> throw new IllegalStateException("an unknown thing came out of the decoder: " + message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        engine.handleTogether();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded = true;
            gone("the other side closed it");
            if (outputEnded) {
                channel.close();
            } else {
                endOutput();
            }
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (state == State.OPEN) {
            engine.offer(new Input.Congestion(id, !channel.isWritable()));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        gone("the connection broke");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable thrown) {
        if (!(thrown instanceof IOException)) {
            LOG.error("A fault of the simulator on connection {} with {}", id, remote, thrown);
        }
        closeBecause(String.valueOf(thrown.getMessage()));
    }

    /** Writes one frame; it leaves at the end of this turn of the loop, together with others. */
    void send(byte[] frame) {
        if (state != State.OPEN) {
            return;
        }
        hasSent = true;
        FrameBatcher shortcut = batcher;
        if (shortcut != null && (linkHandler == null || linkHandler.passes(frame))) {
            // Nobody on the way has anything to do with it, so it need not go through the channel's handlers one by
            // one.
            shortcut.write(frame);
        } else {
            channel.write(Unpooled.wrappedBuffer(frame), channel.voidPromise());
        }
        if (!flushPlanned) {
            flushPlanned = true;
            engine.flushLater(this);
        }
        if (channel.bytesBeforeWritable() > MAX_UNSENT_BYTES) {
            closeBecause("the other side does not read what it is sent");
        }
    }

    void flush() {
        flushPlanned = false;
        channel.flush();
    }

    /** Ends the connection behind the frames sent before, and hears the other side out. */
    void disconnect(DisconnectReason reason) {
        if (state == State.OPEN) {
            state = State.ENDING;
            cause = reason.text();
            if (hasSent) {
                endOutput();
            } else {
                // Nothing is on its way that the other side has to read first; silent strangers cost no time.
                channel.close();
            }
        }
    }

    /** Ends the connection at once. */
    void reset() {
        Channels.reset(channel);
    }

    private void endOutput() {
        if (outputEnding) {
            return;
        }
        outputEnding = true;
        long lingerNanos = Linger.nanos(linkHandler == null ? 0 : linkHandler.remainingNanos());
        channel.eventLoop().schedule(() -> channel.close(), lingerNanos, TimeUnit.NANOSECONDS);
        // An empty write keeps its place behind the frames, on the link and in the channel.
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            outputEnded = true;
            if (inputEnded || !written.isSuccess()) {
                channel.close();
            } else if (channel instanceof DuplexChannel duplex) {
                duplex.shutdownOutput();
            }
        });
    }

    private void closeBecause(String why) {
        if (cause.isEmpty()) {
            cause = why;
        }
        channel.close();
    }

    private void gone(String defaultCause) {
        if (state == State.OPEN || state == State.ENDING) {
            state = State.GONE;
            engine.closed(this, cause.isEmpty() ? defaultCause : cause);
        }
    }
}

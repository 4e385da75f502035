package org.polytorus.simulator.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.host.LinkLane;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.wire.Frames;

/**
 * The link between two nodes of this testnet, as the channel of the end that dialled sees it: frames going out are held up
 * here before they are written, frames coming in after they were cut. So one place does both directions, and the other end's
 * channel knows nothing of it. A link of which nothing is asked lets every frame pass as it is.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty tells of failed writes and closes through the pipeline.
final class LinkHandler extends ChannelDuplexHandler {
    /** Which of the writability bits that Netty leaves to handlers is ours. */
    private static final int WRITABILITY_INDEX = 1;

    private static final int NO_TAG = -1;
    private static final String REASSEMBLER = "reassembler";

    private record Outgoing(Object message, ChannelPromise promise) {}

    private final LiveLink link;
    private final Direction outgoingDirection;
    private final RandomGenerator random;
    private @Nullable ChannelHandlerContext context;
    private @Nullable LinkLane<Outgoing> outgoing;
    private @Nullable LinkLane<Object> incoming;

    LinkHandler(LiveLink link, Direction outgoingDirection, RandomGenerator random) {
        this.link = link;
        this.outgoingDirection = outgoingDirection;
        this.random = random;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        // First join, then read the conditions: who changes them meanwhile either is read here or finds this handler.
        link.join(this);
        outgoing = lane(added, outgoingDirection, new OutgoingExit(added));
        incoming = lane(added, outgoingDirection.opposite(), new IncomingExit(added));
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        abandon();
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        abandon();
        inactive.fireChannelInactive();
    }

    @Override
    public void write(ChannelHandlerContext to, Object message, ChannelPromise promise) {
        LinkLane<Outgoing> lane = outgoing;
        int bytes = message instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
        if (lane == null) {
            to.write(message, promise);
        } else if (bytes == 0) {
            lane.enterMark(new Outgoing(message, promise));
        } else {
            int tag = message instanceof ByteBuf frame ? tagOf(frame) : NO_TAG;
            if (lane.passes(bytes, tag)) {
                to.write(message, promise);
            } else {
                lane.enter(new Outgoing(message, promise), bytes, tag);
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        LinkLane<Object> lane = incoming;
        if (lane == null) {
            from.fireChannelRead(message);
        } else if (message instanceof byte[] payload) {
            int tag = tagOf(payload);
            if (lane.passes(Frames.HEADER_BYTES + payload.length, tag)) {
                from.fireChannelRead(message);
            } else {
                lane.enter(message, Frames.HEADER_BYTES + payload.length, tag);
            }
        } else {
            lane.enterMark(message);
        }
    }

    /** The end of the other side's stream must not overtake the frames before it. */
    @Override
    public void userEventTriggered(ChannelHandlerContext from, Object event) {
        if (event instanceof ChannelInputShutdownEvent && incoming != null) {
            incoming.enterMark(event);
        } else {
            from.fireUserEventTriggered(event);
        }
    }

    /** Takes over the conditions of a direction, on the channel's loop. */
    CompletableFuture<Void> setConditions(Direction direction, LinkConditions conditions) {
        return onLoop(() -> {
            LinkLane<?> lane = direction == outgoingDirection ? outgoing : incoming;
            if (lane != null) {
                lane.setConditions(conditions);
            }
        });
    }

    /** Ends the connection abruptly: the other side hears a reset. */
    CompletableFuture<Void> reset() {
        return onLoop(() -> Channels.reset(channel()));
    }

    /** How long what was handed to this link may need until it has come out, in both directions. */
    long remainingNanos() {
        LinkLane<Outgoing> out = outgoing;
        LinkLane<Object> in = incoming;
        if (out == null || in == null) {
            return 0;
        }
        return out.remainingNanos() + in.remainingNanos() + in.mayTakeNanos();
    }

    private void abandon() {
        link.leave(this);
        if (outgoing != null && incoming != null) {
            outgoing.abandon();
            incoming.abandon();
        }
    }

    private <T> LinkLane<T> lane(ChannelHandlerContext at, Direction direction, LinkLane.Exit<T> exit) {
        return new LinkLane<>(
                new LoopTimer(at.channel().eventLoop()),
                link.conditions(direction),
                random,
                link.counters(direction),
                link.sampler(direction),
                exit);
    }

    private Channel channel() {
        if (context == null) {
            throw new IllegalStateException("the link " + link.id() + " is not part of a channel yet");
        }
        return context.channel();
    }

    private CompletableFuture<Void> onLoop(Runnable task) {
        return CompletableFuture.runAsync(task, channel().eventLoop());
    }

    private static int tagOf(ByteBuf frame) {
        boolean hasTag = frame.readableBytes() >= Frames.HEADER_BYTES + Integer.BYTES;
        return hasTag ? frame.getIntLE(frame.readerIndex() + Frames.HEADER_BYTES) : NO_TAG;
    }

    private static int tagOf(byte[] payload) {
        if (payload.length < Integer.BYTES) {
            return NO_TAG;
        }
        return (payload[0] & 0xff) | (payload[1] & 0xff) << 8 | (payload[2] & 0xff) << 16 | (payload[3] & 0xff) << 24;
    }

    private record OutgoingExit(ChannelHandlerContext to) implements LinkLane.Exit<Outgoing> {
        @Override
        public void deliver(Outgoing frame) {
            to.write(frame.message(), frame.promise());
        }

        /** To the sender a lost frame looks like one that has left. */
        @Override
        public void discard(Outgoing frame) {
            ReferenceCountUtil.release(frame.message());
            frame.promise().trySuccess();
        }

        @Override
        public Outgoing flipped(Outgoing frame, int bit) {
            ByteBuf shared = (ByteBuf) frame.message();
            ByteBuf own = shared.copy();
            shared.release();
            int index = own.readerIndex() + bit / Byte.SIZE;
            own.setByte(index, own.getByte(index) ^ 1 << bit % Byte.SIZE);
            return new Outgoing(own, frame.promise());
        }

        @Override
        public Outgoing copy(Outgoing frame) {
            ByteBuf shared = (ByteBuf) frame.message();
            return new Outgoing(shared.retainedDuplicate(), to.voidPromise());
        }

        @Override
        public List<Outgoing> pieces(Outgoing frame, int pieceBytes) {
            ByteBuf whole = (ByteBuf) frame.message();
            List<Outgoing> pieces = new ArrayList<>();
            while (whole.readableBytes() > pieceBytes) {
                pieces.add(new Outgoing(whole.readRetainedSlice(pieceBytes), to.voidPromise()));
            }
            pieces.add(new Outgoing(whole, frame.promise()));
            return pieces;
        }

        @Override
        public void batchDelivered() {
            to.flush();
        }

        @Override
        public void congested(boolean congested) {
            ChannelOutboundBuffer buffer = to.channel().unsafe().outboundBuffer();
            if (buffer != null) {
                buffer.setUserDefinedWritability(WRITABILITY_INDEX, !congested);
            }
        }
    }

    private record IncomingExit(ChannelHandlerContext to) implements LinkLane.Exit<Object> {
        @Override
        public void deliver(Object frame) {
            if (frame instanceof ChannelInputShutdownEvent) {
                to.fireUserEventTriggered(frame);
            } else {
                to.fireChannelRead(frame);
            }
        }

        @Override
        public void discard(Object frame) {
            ReferenceCountUtil.release(frame);
        }

        @Override
        public Object flipped(Object frame, int bit) {
            byte[] own = ((byte[]) frame).clone();
            own[bit / Byte.SIZE - Frames.HEADER_BYTES] ^= (byte) (1 << bit % Byte.SIZE);
            return own;
        }

        @Override
        public Object copy(Object frame) {
            return frame;
        }

        /** Pieces of the stream that a decoder behind this handler puts together again. */
        @Override
        public List<Object> pieces(Object frame, int pieceBytes) {
            if (to.pipeline().get(REASSEMBLER) == null) {
                to.pipeline().addAfter(to.name(), REASSEMBLER, new FrameDecoder(Frames.MAX_PAYLOAD_BYTES));
            }
            byte[] payload = (byte[]) frame;
            ByteBuf whole = Unpooled.wrappedBuffer(Unpooled.copyInt(payload.length), Unpooled.wrappedBuffer(payload));
            List<Object> pieces = new ArrayList<>();
            while (whole.readableBytes() > pieceBytes) {
                pieces.add(whole.readRetainedSlice(pieceBytes));
            }
            pieces.add(whole);
            return pieces;
        }

        @Override
        public void batchDelivered() {
            to.fireChannelReadComplete();
        }

        @Override
        public void congested(boolean congested) {
            to.channel().config().setAutoRead(!congested);
        }
    }
}

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
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final String REASSEMBLER = "reassembler";

    private record Outgoing(Object message, ChannelPromise promise) {}

    private final LiveLink link;
    private final Direction outgoingDirection;
    private final RandomGenerator random;
    private final PassingFrames passingOut;
    private final PassingFrames passingIn;
    private @Nullable ChannelHandlerContext context;
    /** Only where something was asked of the direction: of most links nothing ever is. */
    private @Nullable LinkLane<Outgoing> outgoing;

    private @Nullable LinkLane<Object> incoming;

    LinkHandler(LiveLink link, Direction outgoingDirection, RandomGenerator random) {
        this.link = link;
        this.outgoingDirection = outgoingDirection;
        this.random = random;
        passingOut = newPassing(link, outgoingDirection);
        passingIn = newPassing(link, outgoingDirection.opposite());
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        FrameDecoder decoder = added.pipeline().get(FrameDecoder.class);
        if (decoder != null) {
            decoder.travelsOn(this);
        }
        // First join, then read the conditions: who changes them meanwhile either is read here or finds this handler.
        link.join(this);
        ask(added, outgoingDirection, link.inForce(outgoingDirection));
        ask(added, outgoingDirection.opposite(), link.inForce(outgoingDirection.opposite()));
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
        int tag = message instanceof ByteBuf frame ? tagOf(frame) : PassingFrames.NO_TAG;
        if (lane == null || (bytes > 0 && lane.isOpen())) {
            if (bytes > 0) {
                passingOut.passed(bytes, tag);
            }
            to.write(message, promise);
        } else if (bytes == 0) {
            lane.enterMark(new Outgoing(message, promise));
        } else {
            lane.enter(new Outgoing(message, promise), bytes, tag);
        }
    }

    /** Whether a frame may leave as it is, past this handler; then it is counted. */
    boolean passes(byte[] frame) {
        boolean passes = context != null && (outgoing == null || outgoing.isOpen());
        if (passes) {
            passingOut.passed(frame.length, tagAt(frame, Frames.HEADER_BYTES));
        }
        return passes;
    }

    @Override
    public void flush(ChannelHandlerContext to) {
        passingOut.batchEnded();
        to.flush();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext from) {
        passingIn.batchEnded();
        from.fireChannelReadComplete();
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        LinkLane<Object> lane = incoming;
        if (message instanceof byte[] payload) {
            int frameBytes = Frames.HEADER_BYTES + payload.length;
            if (lane == null || lane.isOpen()) {
                passesInward(payload);
                from.fireChannelRead(message);
            } else {
                lane.enter(message, frameBytes, tagAt(payload, 0));
            }
        } else if (lane == null) {
            from.fireChannelRead(message);
        } else {
            lane.enterMark(message);
        }
    }

    /** Whether frames may come in as they are, until the next time that the loop takes up something else. */
    boolean isOpenInward() {
        return incoming == null || incoming.isOpen();
    }

    /** Where frames come out that were counted with {@link #passesInward}. */
    ChannelHandlerContext past() {
        return requireContext();
    }

    void passesInward(byte[] payload) {
        passingIn.passed(Frames.HEADER_BYTES + payload.length, tagAt(payload, 0));
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
            passing(direction == outgoingDirection).batchEnded();
            ask(requireContext(), direction, conditions);
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
        long outNanos = out == null ? 0 : out.remainingNanos();
        if (in == null) {
            return outNanos;
        }
        return outNanos + in.remainingNanos() + in.mayTakeNanos();
    }

    private void abandon() {
        link.leave(this);
        passingOut.batchEnded();
        passingIn.batchEnded();
        if (outgoing != null) {
            outgoing.abandon();
        }
        if (incoming != null) {
            incoming.abandon();
        }
    }

    /** Brings conditions into force, with a lane as soon as there are any. */
    private void ask(ChannelHandlerContext at, Direction direction, LinkConditions conditions) {
        boolean out = direction == outgoingDirection;
        LinkLane<?> lane = out ? outgoing : incoming;
        if (lane != null) {
            lane.setConditions(conditions);
        } else if (!conditions.isNone() && out) {
            outgoing = lane(at, direction, conditions, new OutgoingExit(at));
        } else if (!conditions.isNone()) {
            incoming = lane(at, direction, conditions, new IncomingExit(at));
        }
    }

    private <T> LinkLane<T> lane(
            ChannelHandlerContext at, Direction direction, LinkConditions conditions, LinkLane.Exit<T> exit) {
        return new LinkLane<>(
                new LoopTimer(at.channel().eventLoop(), link.clock()),
                conditions,
                random,
                link.counters(direction),
                passing(direction == outgoingDirection).flights(),
                exit);
    }

    private PassingFrames passing(boolean out) {
        return out ? passingOut : passingIn;
    }

    private static PassingFrames newPassing(LiveLink link, Direction direction) {
        return new PassingFrames(link.counters(direction), link.sampler(direction));
    }

    private ChannelHandlerContext requireContext() {
        if (context == null) {
            throw new IllegalStateException("the link " + link.id() + " is not part of a channel yet");
        }
        return context;
    }

    private Channel channel() {
        return requireContext().channel();
    }

    private CompletableFuture<Void> onLoop(Runnable task) {
        return CompletableFuture.runAsync(task, channel().eventLoop());
    }

    private static int tagOf(ByteBuf frame) {
        boolean hasTag = frame.readableBytes() >= Frames.HEADER_BYTES + Integer.BYTES;
        return hasTag ? frame.getIntLE(frame.readerIndex() + Frames.HEADER_BYTES) : PassingFrames.NO_TAG;
    }

    private static int tagAt(byte[] bytes, int offset) {
        boolean hasTag = bytes.length >= offset + Integer.BYTES;
        return hasTag ? (int) LITTLE_ENDIAN.get(bytes, offset) : PassingFrames.NO_TAG;
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

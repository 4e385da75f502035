package org.polytorus.simulator.live;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.wire.Frames;

/** One end of a {@link LinkRig}: in a {@link NodeConnection}'s place, hands messages over as that does, and counts what comes. */
@SuppressWarnings("FutureReturnValueIgnored") // A frame that cannot be written is one that does not arrive.
final class RigEnd extends ChannelInboundHandlerAdapter {
    /** As many as a node handles before it flushes. */
    private static final int FRAMES_PER_TURN = 64;

    private final @Nullable LinkHandler linkHandler;
    private final CompletableFuture<Channel> active = new CompletableFuture<>();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong receivedBytes = new AtomicLong();
    private @Nullable FrameBatcher batcher;
    private @Nullable Channel channel;
    private @Nullable Arrivals told;
    private byte[] streamed = {};
    private long unsent;
    private CompletableFuture<Void> streamEnd = CompletableFuture.completedFuture(null);
    private long newFrames;
    private long newBytes;

    RigEnd(@Nullable LinkHandler linkHandler) {
        this.linkHandler = linkHandler;
    }

    CompletableFuture<Channel> active() {
        return active;
    }

    long received() {
        return received.get();
    }

    long receivedBytes() {
        return receivedBytes.get();
    }

    /** Who hears of each message from now on. */
    void tell(Arrivals arrivals) {
        active.join().eventLoop().submit(() -> told = arrivals).syncUninterruptibly();
    }

    /** Hands one message over, on the loop. */
    void send(byte[] frame) {
        FrameBatcher shortcut = batcher;
        if (shortcut != null && (linkHandler == null || linkHandler.passes(frame))) {
            shortcut.write(frame);
        } else if (channel != null) {
            channel.write(Unpooled.wrappedBuffer(frame), channel.voidPromise());
        }
    }

    void flush() {
        if (channel != null) {
            channel.flush();
        }
    }

    /** Hands so many messages over, on the loop, while the connection takes them. */
    void stream(long messages, int frameBytes, CompletableFuture<Void> end) {
        streamed = Arrivals.frame(0, frameBytes);
        unsent = messages;
        streamEnd = end;
        goOn();
    }

    /** Ends the connection, and waits until it has ended. */
    void close() {
        if (active.isDone()) {
            active.join().close().syncUninterruptibly();
        }
    }

    private void goOn() {
        Channel to = channel;
        if (to == null || !to.isActive() || unsent == 0) {
            return;
        }
        for (int i = 0; i < FRAMES_PER_TURN && unsent > 0 && to.isWritable(); i++) {
            unsent--;
            send(streamed);
        }
        to.flush();
        if (unsent == 0) {
            streamEnd.complete(null);
        } else if (to.isWritable()) {
            // In the next turn of the loop, so that the receiver has its turn between.
            to.eventLoop().execute(this::goOn);
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        batcher = context.pipeline().get(FrameBatcher.class);
        channel = context.channel();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        active.complete(context.channel());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof byte[] payload)) {
            throw new IllegalStateException("an unknown thing came out of the decoder: " + message);
        }
        newFrames++;
        newBytes += Frames.HEADER_BYTES + payload.length;
        if (told != null) {
            told.arrives(payload);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        received.addAndGet(newFrames);
        receivedBytes.addAndGet(newBytes);
        newFrames = 0;
        newBytes = 0;
    }

    /** At the end of a measurement the messages on their way fail, each with an exception of its own. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        streamEnd.completeExceptionally(cause);
        context.close();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        goOn();
    }
}

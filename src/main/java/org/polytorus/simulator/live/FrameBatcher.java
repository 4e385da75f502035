package org.polytorus.simulator.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * Puts small frames that leave together into one buffer, since each buffer costs the channel more than the few bytes in it.
 * Stands next to the channel, so that everything before it still sees each frame; what it holds leaves with the flush that
 * has to follow each write anyway.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty tells of failed writes and closes through the pipeline.
final class FrameBatcher extends ChannelOutboundHandlerAdapter {
    /** What is held at the most, and does not count as unsent before it is full. */
    static final int BATCH_BYTES = 32 * 1024;

    /** Larger frames gain nothing by another copy. */
    private static final int SMALL_BYTES = 4 * 1024;

    /** Enough for a handshake and what follows it. */
    private static final int FEW_BYTES = 256;

    /** As many as left together the last time. */
    private int expectedBytes = FEW_BYTES;

    private @Nullable ByteBuf batch;
    private @Nullable ChannelHandlerContext context;

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    /** Takes a frame over from whoever knows that no handler before this one has anything to do with it. */
    void write(byte[] frame) {
        ChannelHandlerContext to = context;
        if (to == null) {
            throw new IllegalStateException("a frame came before there was a channel for it");
        }
        if (frame.length <= SMALL_BYTES) {
            batchFor(to, frame.length).writeBytes(frame);
        } else {
            writeBatch(to);
            to.write(Unpooled.wrappedBuffer(frame), to.voidPromise());
        }
    }

    @Override
    public void write(ChannelHandlerContext to, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf frame && isSmall(frame) && promise.isVoid()) {
            batchFor(to, frame.readableBytes()).writeBytes(frame);
            frame.release();
        } else {
            writeBatch(to);
            to.write(message, promise);
        }
    }

    @Override
    public void flush(ChannelHandlerContext to) {
        writeBatch(to);
        to.flush();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        if (batch != null) {
            batch.release();
            batch = null;
        }
    }

    /** An empty buffer is a mark whose promise somebody waits for. */
    private static boolean isSmall(ByteBuf frame) {
        return frame.isReadable() && frame.readableBytes() <= SMALL_BYTES;
    }

    /** Where so many bytes find room. */
    private ByteBuf batchFor(ChannelHandlerContext to, int bytes) {
        if (batch != null && batch.maxWritableBytes() < bytes) {
            writeBatch(to);
        }
        ByteBuf open = batch;
        if (open == null) {
            open = to.alloc().directBuffer(Math.max(expectedBytes, bytes), BATCH_BYTES);
            batch = open;
        }
        return open;
    }

    private void writeBatch(ChannelHandlerContext to) {
        ByteBuf full = batch;
        if (full != null) {
            batch = null;
            expectedBytes = Math.max(FEW_BYTES, full.readableBytes());
            to.write(full, to.voidPromise());
        }
    }
}

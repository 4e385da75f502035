package org.polytorus.simulator.live;

import io.netty.buffer.ByteBuf;
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

    private @Nullable ByteBuf batch;

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf frame && isSmall(frame) && promise.isVoid()) {
            add(context, frame);
        } else {
            writeBatch(context);
            context.write(message, promise);
        }
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        writeBatch(context);
        context.flush();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (batch != null) {
            batch.release();
            batch = null;
        }
    }

    /** An empty buffer is a mark whose promise somebody waits for. */
    private static boolean isSmall(ByteBuf frame) {
        return frame.isReadable() && frame.readableBytes() <= SMALL_BYTES;
    }

    private void add(ChannelHandlerContext context, ByteBuf frame) {
        if (batch != null && batch.writableBytes() < frame.readableBytes()) {
            writeBatch(context);
        }
        if (batch == null) {
            batch = context.alloc().directBuffer(BATCH_BYTES, BATCH_BYTES);
        }
        batch.writeBytes(frame);
        frame.release();
    }

    private void writeBatch(ChannelHandlerContext context) {
        ByteBuf full = batch;
        if (full != null) {
            batch = null;
            context.write(full, context.voidPromise());
        }
    }
}

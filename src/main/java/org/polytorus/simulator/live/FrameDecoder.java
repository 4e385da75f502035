package org.polytorus.simulator.live;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.polytorus.simulator.wire.Frames;
import org.polytorus.simulator.wire.WireError;
import org.polytorus.simulator.wire.WireException;

/**
 * Cuts the stream into payloads ({@code byte[]}). A length prefix that is refused comes out as its {@link WireException},
 * before a byte of that payload is kept; whatever follows it is thrown away unread. Half a frame takes only the memory of the
 * bytes that really arrived, and comes out as an exception too if its rest does not come in time.
 */
final class FrameDecoder extends ByteToMessageDecoder {
    /** PolyTorus's read timeout: enough for the largest frame at 350 kB/s. */
    static final long LONGEST_FRAME_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final int NO_LENGTH = -1;

    private final int maxPayloadBytes;
    private final long frameNanos;
    private int payloadBytes = NO_LENGTH;
    private boolean broken;
    private long frames;
    private @Nullable Future<?> watch;
    private @Nullable LinkHandler link;

    FrameDecoder(int maxPayloadBytes) {
        this(maxPayloadBytes, LONGEST_FRAME_NANOS);
    }

    /**
     * @param frameNanos how long a frame may take from its first byte to its last; it is found out after once to twice as
     *     long, since there is only one timer for all frames
     */
    FrameDecoder(int maxPayloadBytes, long frameNanos) {
        this.maxPayloadBytes = maxPayloadBytes;
        this.frameNanos = frameNanos;
    }

    /**
     * The frames travel over a link whose handler stands further down the pipeline. What may pass it as it is, it only counts, so
     * that an idle link costs no way through another handler; it is asked once for all frames of a read.
     */
    void travelsOn(LinkHandler handler) {
        link = handler;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        LinkHandler over = link != null && link.isOpenInward() ? link : null;
        ChannelHandlerContext to = over == null ? context : over.past();
        try {
            while (!broken && hasWholeFrame(in)) {
                byte[] payload = new byte[payloadBytes];
                in.readBytes(payload);
                payloadBytes = NO_LENGTH;
                frames++;
                if (over != null) {
                    over.passesInward(payload);
                }
                to.fireChannelRead(payload);
            }
        } catch (WireException refused) {
            broken = true;
            context.fireChannelRead(refused);
        }
        if (broken) {
            in.skipBytes(in.readableBytes());
        }
    }

    private boolean hasWholeFrame(ByteBuf in) throws WireException {
        if (payloadBytes == NO_LENGTH && in.readableBytes() >= Frames.HEADER_BYTES) {
            payloadBytes = Frames.checkLength(in.readInt(), maxPayloadBytes);
        }
        return payloadBytes != NO_LENGTH && in.readableBytes() >= payloadBytes;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        discardSomeReadBytes();
        context.fireChannelReadComplete();
        watchHalfFrame(context);
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        if (watch != null) {
            watch.cancel(false);
        }
    }

    private void watchHalfFrame(ChannelHandlerContext context) {
        if (watch == null && isInsideFrame()) {
            long frame = frames;
            watch = context.executor().schedule(() -> timeIsUp(context, frame), frameNanos, TimeUnit.NANOSECONDS);
        }
    }

    private boolean isInsideFrame() {
        return !broken && (payloadBytes != NO_LENGTH || actualReadableBytes() > 0);
    }

    /** Bytes that are not read, because the link holds this end back, are not late. */
    private void timeIsUp(ChannelHandlerContext context, long frame) {
        watch = null;
        boolean isSameFrame = frames == frame && isInsideFrame();
        if (!isSameFrame || !context.channel().config().isAutoRead()) {
            watchHalfFrame(context);
            return;
        }
        broken = true;
        String length = payloadBytes == NO_LENGTH ? "its length" : "its " + payloadBytes + " bytes";
        context.fireChannelRead(new WireException(
                WireError.FRAME_UNFINISHED,
                "a frame that was begun; " + length + " did not come within "
                        + TimeUnit.NANOSECONDS.toSeconds(frameNanos) + " s"));
        context.fireChannelReadComplete();
    }
}

package org.polytorus.simulator.live;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.polytorus.simulator.wire.Frames;
import org.polytorus.simulator.wire.WireException;

/**
 * Cuts the stream into payloads ({@code byte[]}). A length prefix that is refused comes out as its {@link WireException},
 * before a byte of that payload is kept; whatever follows it is thrown away unread. Half a frame takes only the memory of the
 * bytes that really arrived.
 */
final class FrameDecoder extends ByteToMessageDecoder {
    private static final int NO_LENGTH = -1;

    private final int maxPayloadBytes;
    private int payloadBytes = NO_LENGTH;
    private boolean broken;

    FrameDecoder(int maxPayloadBytes) {
        this.maxPayloadBytes = maxPayloadBytes;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (broken) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (payloadBytes == NO_LENGTH) {
            if (in.readableBytes() < Frames.HEADER_BYTES) {
                return;
            }
            try {
                payloadBytes = Frames.checkLength(in.readInt(), maxPayloadBytes);
            } catch (WireException refused) {
                broken = true;
                in.skipBytes(in.readableBytes());
                out.add(refused);
                return;
            }
        }
        if (in.readableBytes() >= payloadBytes) {
            byte[] payload = new byte[payloadBytes];
            in.readBytes(payload);
            payloadBytes = NO_LENGTH;
            out.add(payload);
        }
    }
}

package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.wire.Frames;
import org.polytorus.simulator.wire.WireError;
import org.polytorus.simulator.wire.WireException;

class FrameDecoderTest {
    private static final byte[] TWO_FRAMES = {0, 0, 0, 3, 1, 2, 3, 0, 0, 0, 1, 9};

    private final EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder(Frames.MAX_PAYLOAD_BYTES));

    @Test
    void framesAreTheSameWhereverTheStreamIsCut() {
        for (int cut = 0; cut <= TWO_FRAMES.length; cut++) {
            channel.writeInbound(Unpooled.copiedBuffer(TWO_FRAMES, 0, cut));
            channel.writeInbound(Unpooled.copiedBuffer(TWO_FRAMES, cut, TWO_FRAMES.length - cut));

            assertThat((byte[]) channel.readInbound()).as("cut at %s", cut).containsExactly(1, 2, 3);
            assertThat((byte[]) channel.readInbound()).as("cut at %s", cut).containsExactly(9);
            assertThat(channel.inboundMessages()).isEmpty();
        }
    }

    @Test
    void framesArriveByteForByte() {
        for (byte single : TWO_FRAMES) {
            channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {single}));
        }
        assertThat((byte[]) channel.readInbound()).containsExactly(1, 2, 3);
        assertThat((byte[]) channel.readInbound()).containsExactly(9);
    }

    @Test
    void tooLongAPrefixIsRefusedBeforeItsPayloadAndTheRestThrownAway() {
        ByteBuf endless =
                Unpooled.buffer().writeInt(Frames.MAX_PAYLOAD_BYTES + 1).writeZero(1_000);
        channel.writeInbound(endless);
        channel.writeInbound(Unpooled.wrappedBuffer(TWO_FRAMES));

        assertThat(((WireException) channel.readInbound()).error()).isEqualTo(WireError.FRAME_TOO_LARGE);
        assertThat(channel.inboundMessages()).isEmpty();
        assertThat(endless.refCnt()).isZero();
    }

    @Test
    void emptyFrameIsRefused() {
        channel.writeInbound(Unpooled.buffer().writeInt(0));

        assertThat(((WireException) channel.readInbound()).error()).isEqualTo(WireError.FRAME_EMPTY);
    }

    @Test
    void halfAFrameAtTheEndOfTheStreamIsNoFrame() {
        channel.writeInbound(Unpooled.copiedBuffer(TWO_FRAMES, 0, 6));

        assertThat(channel.finish()).isFalse();
    }

    @Test
    void claimOfALargeFrameCostsNoMemoryUntilItsBytesArrive() {
        ByteBuf claim =
                channel.alloc().buffer(64).writeInt(Frames.MAX_PAYLOAD_BYTES).writeZero(10);
        channel.writeInbound(claim);

        assertThat(claim.capacity()).isLessThanOrEqualTo(64);
        assertThat(claim.refCnt())
                .as("the decoder keeps the bytes where they are")
                .isEqualTo(1);
        channel.finishAndReleaseAll();
    }
}

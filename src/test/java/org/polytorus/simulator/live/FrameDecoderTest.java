package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    void frameWhoseRestDoesNotComeInTimeIsRefusedAndWhatFollowsThrownAway() {
        for (int begun : new int[] {1, 4, 6}) {
            EmbeddedChannel dribbling = new EmbeddedChannel(new FrameDecoder(Frames.MAX_PAYLOAD_BYTES, 1_000));
            dribbling.freezeTime();
            dribbling.writeInbound(Unpooled.copiedBuffer(TWO_FRAMES, 0, begun));
            pass(dribbling, 999);
            assertThat(dribbling.inboundMessages()).isEmpty();
            pass(dribbling, 1);
            assertThat(((WireException) dribbling.readInbound()).error()).isEqualTo(WireError.FRAME_UNFINISHED);
            dribbling.writeInbound(Unpooled.copiedBuffer(TWO_FRAMES, begun, TWO_FRAMES.length - begun));
            assertThat(dribbling.inboundMessages()).isEmpty();
        }
    }

    @Test
    void bytesThatDribbleDoNotMakeTheTimeLonger() {
        EmbeddedChannel dribbling = new EmbeddedChannel(new FrameDecoder(Frames.MAX_PAYLOAD_BYTES, 1_000));
        dribbling.freezeTime();
        dribbling.writeInbound(Unpooled.buffer().writeInt(1_000_000));
        for (int millionth = 0; millionth < 10; millionth++) {
            dribbling.writeInbound(Unpooled.buffer().writeZero(1));
            pass(dribbling, 100);
        }
        assertThat(((WireException) dribbling.readInbound()).error()).isEqualTo(WireError.FRAME_UNFINISHED);
    }

    @Test
    void framesThatFollowEachOtherAllTheTimeAreNotHalfAFrame() {
        EmbeddedChannel busy = new EmbeddedChannel(new FrameDecoder(Frames.MAX_PAYLOAD_BYTES, 1_000));
        busy.freezeTime();
        busy.writeInbound(Unpooled.copiedBuffer(TWO_FRAMES, 0, 5));
        for (int i = 0; i < 20; i++) {
            pass(busy, 300);
            busy.writeInbound(Unpooled.copiedBuffer(TWO_FRAMES, 5, 7));
            busy.writeInbound(Unpooled.copiedBuffer(TWO_FRAMES, 0, 5));
        }
        assertThat(busy.inboundMessages()).hasSize(40).allMatch(byte[].class::isInstance);
    }

    @Test
    void frameThatIsNotReadBecauseTheLinkHoldsItBackIsNotLate() {
        EmbeddedChannel held = new EmbeddedChannel(new FrameDecoder(Frames.MAX_PAYLOAD_BYTES, 1_000));
        held.freezeTime();
        held.writeInbound(Unpooled.copiedBuffer(TWO_FRAMES, 0, 6));
        held.config().setAutoRead(false);
        pass(held, 5_000);
        held.config().setAutoRead(true);
        held.writeInbound(Unpooled.copiedBuffer(TWO_FRAMES, 6, 6));
        assertThat(held.inboundMessages()).hasSize(2).allMatch(byte[].class::isInstance);
    }

    @Test
    void halfAFrameDoesNotMakeAConnectionReadOnThatTheLinkHoldsBack() {
        List<String> reads = new ArrayList<>();
        EmbeddedChannel held = new EmbeddedChannel(
                new ChannelOutboundHandlerAdapter() {
                    @Override
                    public void read(ChannelHandlerContext context) {
                        reads.add("read");
                    }
                },
                new FrameDecoder(Frames.MAX_PAYLOAD_BYTES));
        held.config().setAutoRead(false);
        reads.clear();
        held.writeInbound(Unpooled.copiedBuffer(TWO_FRAMES, 0, 6));

        assertThat(reads).isEmpty();
        held.finishAndReleaseAll();
    }

    private static void pass(EmbeddedChannel channel, long nanos) {
        channel.advanceTimeBy(nanos, TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
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

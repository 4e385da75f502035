package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // What became of a write shows in what was sent.
class FrameBatcherTest {
    private final FrameBatcher batcher = new FrameBatcher();
    private final EmbeddedChannel channel = new EmbeddedChannel(batcher);

    @AfterEach
    void nothingIsHeldAfterTheEnd() {
        channel.finishAndReleaseAll();
    }

    @Test
    void smallFramesLeaveInOneBufferWithTheFlush() {
        write(1, 10);
        write(2, 20);
        assertThat(channel.outboundMessages()).isEmpty();
        channel.flush();
        assertThat(sent()).containsExactly("01".repeat(10) + "02".repeat(20));
    }

    @Test
    void largeFramesAndMarksKeepTheirPlaceInTheOrder() {
        write(1, 10);
        write(2, 100_000);
        write(3, 10);
        ChannelFuture mark = channel.writeAndFlush(Unpooled.EMPTY_BUFFER);
        assertThat(String.join("", sent())).isEqualTo("01".repeat(10) + "02".repeat(100_000) + "03".repeat(10));
        assertThat(mark.isSuccess()).isTrue();
    }

    @Test
    void framesThatAreHandedOverDirectlyKeepTheirPlaceAmongTheOthers() {
        write(1, 10);
        batcher.write(bytes(2, 20));
        batcher.write(bytes(3, 100_000));
        write(4, 10);
        batcher.write(bytes(5, 10));
        channel.flush();
        assertThat(sent())
                .containsExactly(
                        "01".repeat(10) + "02".repeat(20), "03".repeat(100_000), "04".repeat(10) + "05".repeat(10));
    }

    @Test
    void moreThanABatchLeavesInSeveralBuffersByteForByte() {
        for (int i = 0; i < 100; i++) {
            write(i, 1_000);
        }
        channel.flush();
        List<String> buffers = sent();
        assertThat(buffers).hasSize(Math.ceilDiv(100, FrameBatcher.BATCH_BYTES / 1_000));
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            expected.append(String.format("%02x", i).repeat(1_000));
        }
        assertThat(String.join("", buffers)).isEqualTo(expected.toString());
    }

    @Test
    void framesThatNobodyFlushedAreGivenBackAtTheEnd() {
        ByteBuf frame = Unpooled.buffer().writeZero(10);
        channel.write(frame, channel.voidPromise());
        channel.close();
        assertThat(frame.refCnt()).isZero();
        assertThat(channel.outboundMessages()).isEmpty();
    }

    private void write(int value, int bytes) {
        ByteBuf frame = Unpooled.buffer(bytes);
        for (int i = 0; i < bytes; i++) {
            frame.writeByte(value);
        }
        channel.write(frame, channel.voidPromise());
    }

    private List<String> sent() {
        List<String> buffers = new ArrayList<>();
        for (ByteBuf buffer = channel.readOutbound(); buffer != null; buffer = channel.readOutbound()) {
            if (buffer.isReadable()) {
                buffers.add(ByteBufUtil.hexDump(buffer));
            }
            buffer.release();
        }
        return buffers;
    }

    private static byte[] bytes(int value, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}

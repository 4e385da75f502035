package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.host.FlightLog;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.wire.Frames;

/** What comes in over a link of which nothing is asked, and where that changes. */
class IdleLinkTest {
    private static final NodeName A = new NodeName("a");
    private static final Direction INWARD = Direction.B_TO_A;
    private static final LinkConditions SLOW = LinkConditions.ofLatency(Duration.ofSeconds(50));

    private final LiveLink link = new LiveLink(LinkId.of(A, new NodeName("b")), 1, new FlightLog(), new EpochClock());
    private final EmbeddedChannel channel =
            new EmbeddedChannel(new FrameDecoder(Frames.MAX_PAYLOAD_BYTES), link.newHandler(A));

    @AfterEach
    void closed() {
        channel.finishAndReleaseAll();
    }

    @Test
    void everyFrameIsCountedWithItsBytesWhereverTheStreamIsCut() {
        byte[] stream = bytesOf(frames(1, 2, 3));
        for (int cut = 0; cut <= stream.length; cut++) {
            channel.writeInbound(Unpooled.copiedBuffer(stream, 0, cut));
            channel.writeInbound(Unpooled.copiedBuffer(stream, cut, stream.length - cut));

            assertThat(arrived()).as("cut at %s", cut).containsExactly(1, 2, 3);
            assertThat(counted().messages()).isEqualTo(3L * (cut + 1));
            assertThat(counted().delivered()).isEqualTo(3L * (cut + 1));
            assertThat(counted().bytes()).isEqualTo((long) stream.length * (cut + 1));
        }
    }

    @Test
    void whatIsAskedTakesHoldOfTheNextReadAndTheOrderIsKeptBothWays() {
        channel.writeInbound(frames(1, 2));
        ask(SLOW);
        channel.writeInbound(frames(3, 4));
        assertThat(arrived()).containsExactly(1, 2);

        ask(LinkConditions.NONE);
        channel.writeInbound(frames(5));
        channel.runScheduledPendingTasks();
        channel.writeInbound(frames(6));

        assertThat(arrived()).containsExactly(3, 4, 5, 6);
        assertThat(counted().messages()).isEqualTo(6);
        assertThat(counted().delivered()).isEqualTo(6);
    }

    @Test
    void whatIsOnTheWayWhenTheConnectionEndsIsCountedAsDiscarded() {
        ask(SLOW);
        channel.writeInbound(frames(1, 2));
        var _ = channel.close();

        assertThat(arrived()).isEmpty();
        assertThat(counted().messages()).isEqualTo(2);
        assertThat(counted().discarded()).isEqualTo(2);
    }

    @Test
    void aHandlerThatJoinsWithTheFirstFrameCountsFromTheSecondOn() {
        EmbeddedChannel accepted = new EmbeddedChannel(new FrameDecoder(Frames.MAX_PAYLOAD_BYTES));
        accepted.writeInbound(frames(1));
        accepted.pipeline().addLast(link.newHandler(A));
        accepted.writeInbound(frames(2, 3));

        assertThat(accepted.inboundMessages()).hasSize(3);
        assertThat(counted().messages()).isEqualTo(2);
        accepted.finishAndReleaseAll();
    }

    private void ask(LinkConditions conditions) {
        var asked = link.setConditions(INWARD, conditions);
        channel.runPendingTasks();
        asked.join();
    }

    private DirectionSnapshot counted() {
        return link.counters(INWARD).snapshot(link.conditions(INWARD), -1, 0);
    }

    private List<Integer> arrived() {
        List<Integer> numbers = new ArrayList<>();
        for (byte[] payload = channel.readInbound(); payload != null; payload = channel.readInbound()) {
            numbers.add((int) payload[0]);
        }
        return numbers;
    }

    /** Frames of 1, 2, 3… bytes that begin with these numbers. */
    private static ByteBuf frames(int... numbers) {
        ByteBuf frames = Unpooled.buffer();
        for (int i = 0; i < numbers.length; i++) {
            frames.writeInt(i + 1).writeByte(numbers[i]).writeZero(i);
        }
        return frames;
    }

    private static byte[] bytesOf(ByteBuf frames) {
        byte[] bytes = new byte[frames.readableBytes()];
        frames.readBytes(bytes);
        return bytes;
    }
}

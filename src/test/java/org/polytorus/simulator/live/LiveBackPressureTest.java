package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.polytorus.simulator.live.ScriptedTestnet.A;
import static org.polytorus.simulator.live.ScriptedTestnet.AB;
import static org.polytorus.simulator.live.ScriptedTestnet.PATIENCE;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.LinkPolicy;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;

/** A sender that is much faster than its link, on real sockets. */
class LiveBackPressureTest {
    private static final int LARGE_FRAME_BYTES = 64 * 1024;
    private static final int FRAMES = 4_000;

    /** What may be held: the link, the channel and the sockets' own buffers, and some room for everything else. */
    private static final long HEAP_BYTES = LinkPolicy.MAX_BYTES_ON_LINK + (32L << 20);

    @ParameterizedTest
    @EnumSource
    void fastSenderIsHeldBackAndNeitherQueueNorMemoryGrow(Direction direction) {
        try (ScriptedTestnet pair = ScriptedTestnet.pair()) {
            ScriptedNode sender = AB.sender(direction).equals(A) ? pair.a() : pair.b();
            LinkConditions slow = LinkConditions.NONE
                    .but()
                    .bandwidth(new Bandwidth(1_000_000))
                    .build();
            pair.done(new TestnetCommand.SetConditions(AB, direction, slow));
            long before = Heap.usedAfterGc();
            pair.sendLarge(AB.sender(direction), FRAMES);

            await().atMost(PATIENCE)
                    .until(() -> sender.heard(Input.Congestion.class).stream().anyMatch(Input.Congestion::congested));
            await().atMost(PATIENCE)
                    .until(() -> pair.link().side(direction).fidelity().waitingBytes()
                            >= LinkPolicy.CONGESTED_BYTES - (1L << 20));
            DirectionSnapshot full = pair.link().side(direction);
            assertThat(full.fidelity().queuedBytes()).isLessThanOrEqualTo(LinkPolicy.MAX_BYTES_ON_LINK);
            assertThat(full.queued()).isLessThanOrEqualTo(LinkPolicy.MAX_FRAMES_ON_LINK);
            assertThat(full.messages()).isLessThan(FRAMES);
            assertThat(full.fidelity().overflowed()).isZero();
            assertThat(Heap.usedAfterGc() - before)
                    .as("%d MiB were to be sent", ((long) FRAMES * LARGE_FRAME_BYTES) >> 20)
                    .isLessThan(HEAP_BYTES);
        }
    }
}

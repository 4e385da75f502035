package org.polytorus.simulator.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.host.Figures;
import org.polytorus.simulator.host.LinkCounters;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.LinkPolicy;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;

/** What waits at one end of a connection for its node's line, which carries a byte a microsecond throughout. */
class OutletTest {
    private static final Bandwidth BYTE_A_MICRO = new Bandwidth(8_000_000);
    private static final long MICRO = TimeUnit.MICROSECONDS.toNanos(1);
    private static final int MEBIBYTE = 1 << 20;
    private static final int FRAMES_TO_CONGESTION = (int) (LinkPolicy.CONGESTED_BYTES / MEBIBYTE);

    private final EventQueue queue = new EventQueue(0);
    private final Uplink uplink = new Uplink(queue, BYTE_A_MICRO);
    private final LinkCounters counters = new LinkCounters(Figures::plain);
    private final List<String> carried = new ArrayList<>();
    private final List<Boolean> congested = new ArrayList<>();
    private final Outlet outlet = outlet(null);

    private Outlet outlet(@Nullable Bandwidth most) {
        return new Outlet(uplink, most, counters, new Outlet.Exit() {
            @Override
            public void carried(Object thing, int frameBytes, int tag) {
                carried.add(thing + " of " + frameBytes + " at " + queue.now() / MICRO);
            }

            @Override
            public void congested(boolean now) {
                congested.add(now);
            }
        });
    }

    private void send(int frames, int bytes) {
        for (int i = 0; i < frames; i++) {
            outlet.send("frame", bytes, 0);
        }
    }

    private DirectionSnapshot shown() {
        return counters.snapshot(LinkConditions.NONE, -1, queue.now());
    }

    @Test
    void framesLeaveOneAfterTheOtherAndMarksBehindThem() {
        outlet.send("one", 1_000, 0);
        outlet.send("two", 500, 0);
        outlet.sendMark("mark");
        outlet.sendMark("last mark");
        queue.runUntil(2_000 * MICRO);
        assertThat(carried)
                .containsExactly(
                        "one of 1000 at 1000", "two of 500 at 1500", "mark of 0 at 1500", "last mark of 0 at 1500");
    }

    @Test
    void aMarkBehindWhichNothingWaitsGoesOnAtOnce() {
        outlet.sendMark("mark");
        assertThat(carried).containsExactly("mark of 0 at 0");
    }

    @Test
    void senderIsHeldBackFromHalfOfTheBytesOnAndGoesOnWhenHalfOfTheseHaveLeft() {
        send(FRAMES_TO_CONGESTION - 1, MEBIBYTE);
        assertThat(congested).isEmpty();
        send(1, MEBIBYTE);
        assertThat(congested).containsExactly(true);
        queue.runUntil((FRAMES_TO_CONGESTION / 2 - 1) * MEBIBYTE * MICRO);
        assertThat(congested).containsExactly(true);
        queue.runUntil(FRAMES_TO_CONGESTION / 2 * MEBIBYTE * MICRO + MICRO);
        assertThat(congested).containsExactly(true, false);
    }

    @Test
    void senderIsHeldBackFromHalfOfTheFramesOnAndGoesOnWhenHalfOfTheseHaveLeft() {
        send(LinkPolicy.CONGESTED_FRAMES - 1, 100);
        assertThat(congested).isEmpty();
        send(1, 100);
        assertThat(congested).containsExactly(true);
        queue.runUntil((LinkPolicy.CONGESTED_FRAMES / 2 - 1) * 100L * MICRO);
        assertThat(congested).containsExactly(true);
        queue.runUntil(LinkPolicy.CONGESTED_FRAMES / 2 * 100L * MICRO + MICRO);
        assertThat(congested).containsExactly(true, false);
    }

    @Test
    void whatComesBeyondTheBytesOfALinkIsDiscardedAndCounted() {
        send(2 * FRAMES_TO_CONGESTION, MEBIBYTE);
        assertThat(shown().discarded()).isZero();
        send(1, 1);
        assertThat(shown().queued()).isEqualTo(2 * FRAMES_TO_CONGESTION);
        assertThat(shown().messages()).isEqualTo(2 * FRAMES_TO_CONGESTION + 1);
        assertThat(shown().discarded()).isEqualTo(1);
        assertThat(shown().fidelity().overflowed()).isEqualTo(1);
    }

    @Test
    void whatComesBeyondTheFramesOfALinkIsDiscardedAndCounted() {
        send(LinkPolicy.MAX_FRAMES_ON_LINK, 1);
        assertThat(shown().discarded()).isZero();
        send(1, 1);
        assertThat(shown().queued()).isEqualTo(LinkPolicy.MAX_FRAMES_ON_LINK);
        assertThat(shown().fidelity().overflowed()).isEqualTo(1);
    }

    @Test
    void aFrameLargerThanALinkHoldsLeavesWhereNothingWaitsBeforeIt() {
        int large = Math.toIntExact(LinkPolicy.MAX_BYTES_ON_LINK) + 1;
        send(1, large);
        queue.runUntil((large + 1) * MICRO);
        assertThat(carried).containsExactly("frame of " + large + " at " + large);
    }

    @Test
    void whatWaitsWhenItsConnectionEndsNeverLeavesAndHoldsNobodyBack() {
        send(FRAMES_TO_CONGESTION, MEBIBYTE);
        outlet.sendMark("mark");
        outlet.abandon();
        assertThat(congested).containsExactly(true, false);
        assertThat(outlet.remainingNanos()).isZero();
        assertThat(shown().queued()).isZero();
        assertThat(shown().discarded()).isEqualTo(FRAMES_TO_CONGESTION);
        queue.runUntil(LinkPolicy.MAX_BYTES_ON_LINK * MICRO);
        assertThat(carried).isEmpty();
    }

    @Test
    void timeThatWhatWaitsMayNeedIsThatOfItsPartOfTheLineAndOfTheOtherEnds() {
        assertThat(outlet.remainingNanos()).isZero();
        outlet.send("one", 1_000, 0);
        outlet.send("two", 500, 0);
        assertThat(outlet.remainingNanos()).isEqualTo(1_500 * MICRO);
        Outlet toASlowOne = outlet(new Bandwidth(800_000));
        toASlowOne.send("slow", 1_000, 0);
        assertThat(outlet.remainingNanos()).isEqualTo(3_000 * MICRO);
        assertThat(toASlowOne.remainingNanos()).isEqualTo(10_000 * MICRO);
    }
}

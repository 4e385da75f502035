package org.polytorus.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.LinkPolicy;
import org.polytorus.simulator.link.Reordering;
import org.polytorus.simulator.link.Slicing;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.testnet.LinkFidelity;

/** What a link does under traffic while its conditions change, and what it tells of itself. */
class LinkLaneTest {
    /** One frame a millisecond. */
    private static final Bandwidth NARROW = new Bandwidth(VirtualLane.FRAME_BYTES * 8_000L);

    private static final int MEBIBYTE = 1 << 20;

    private static VirtualLane lane(LinkConditions conditions) {
        return new VirtualLane(conditions, NodeSetup.random(4711));
    }

    @Test
    void changeOfAnotherFaultDoesNotInterruptABandwidth() {
        LinkConditions narrow = LinkConditions.ofLatency(Duration.ofMillis(200))
                .but()
                .bandwidth(NARROW)
                .build();
        VirtualLane link = lane(narrow);
        link.send(1_000);
        link.runUntil(500);
        link.ask(narrow.but().closeDelay(Duration.ofMillis(1)).build());
        link.send(100);
        link.runUntil(5_000);

        assertThat(link.arrivalMillis())
                .isEqualTo(DoubleStream.iterate(201, at -> at + 1)
                        .limit(1_100)
                        .boxed()
                        .toList());
    }

    @Test
    void endOfAConnectionKeepsItsDelayWhenSomethingElseChanges() {
        LinkConditions lateEnd =
                LinkConditions.NONE.but().closeDelay(Duration.ofMillis(400)).build();
        VirtualLane link = lane(lateEnd);
        link.end();
        link.runUntil(100);
        link.ask(lateEnd.withLoss(0.1));
        link.runUntil(399);
        assertThat(link.arrived).isEmpty();
        link.runUntil(400);

        assertThat(link.arrivalMillis()).containsExactly(400.0);
        assertThat(link.fidelity().closeDelayNanos()).isEqualTo(400 * VirtualLane.MILLI);
    }

    @Test
    void piecesOnTheWayKeepTheirPausesWhenSomethingElseChanges() {
        LinkConditions sliced = LinkConditions.ofLatency(Duration.ofMillis(10))
                .but()
                .slicing(new Slicing(25, Duration.ofMillis(4)))
                .build();
        VirtualLane link = lane(sliced);
        link.send(1);
        link.runUntil(5);
        link.ask(sliced.withLoss(0.1));
        link.runUntil(100);

        assertThat(link.arrivalMillis()).containsExactly(10.0, 14.0, 18.0, 22.0);
        LinkFidelity got = link.fidelity();
        assertThat(got.pieces()).isEqualTo(4);
        assertThat(got.pieceBytes()).isEqualTo(25);
        assertThat(got.pauseNanos()).isEqualTo(4 * VirtualLane.MILLI);
    }

    @Test
    void clearedSlicingLetsAFrameArriveWholeAtOnce() {
        VirtualLane link = lane(LinkConditions.NONE
                .but()
                .slicing(new Slicing(25, Duration.ofMillis(4)))
                .build());
        link.send(1);
        link.runUntil(1);
        link.ask(LinkConditions.NONE);
        link.runUntil(1);

        assertThat(link.arrivalMillis()).containsExactly(0.0, 1.0, 1.0, 1.0);
        assertThat(link.lane.isOpen()).isTrue();
    }

    @Test
    void timeThatFramesWereHeldBackIsMeasuredAndWhoWasOvertaken() {
        VirtualLane link = lane(LinkConditions.ofLatency(Duration.ofMillis(10))
                .but()
                .reordering(new Reordering(1, Duration.ofMillis(30)))
                .build());
        link.send(1);
        link.runUntil(1);
        link.ask(LinkConditions.ofLatency(Duration.ofMillis(10))
                .but()
                .reordering(new Reordering(1e-9, Duration.ofMillis(30)))
                .build());
        link.send(1);
        link.runUntil(100);

        assertThat(link.arrived.stream().map(VirtualLane.Out::number)).containsExactly(1, 0);
        assertThat(link.fidelity().heldBackNanos()).isEqualTo(30 * VirtualLane.MILLI);
        assertThat(link.fidelity().overtaken()).isEqualTo(1);
    }

    @Test
    void frameThatNobodyPassedIsNotCountedAsOvertaken() {
        VirtualLane link = lane(LinkConditions.NONE
                .but()
                .reordering(new Reordering(1, Duration.ofMillis(30)))
                .build());
        link.send(1);
        link.runUntil(100);

        assertThat(link.fidelity().heldBackNanos()).isEqualTo(30 * VirtualLane.MILLI);
        assertThat(link.fidelity().overtaken()).isZero();
    }

    @Test
    void whatWaitsForTheBandwidthIsToldApartFromWhatIsOnTheWay() {
        VirtualLane link = lane(LinkConditions.ofLatency(Duration.ofMillis(50))
                .but()
                .bandwidth(NARROW)
                .build());
        link.send(10);

        assertThat(link.fidelity().waitingBytes()).isEqualTo(1_000);
        link.runUntil(6);
        assertThat(link.fidelity().waitingBytes()).isEqualTo(400);
        assertThat(link.fidelity().queuedBytes()).isEqualTo(1_000);
        link.runUntil(10);
        assertThat(link.fidelity().waitingBytes()).isZero();
        assertThat(link.fidelity().queuedBytes()).isEqualTo(1_000);
        link.runUntil(60);
        assertThat(link.fidelity().queuedBytes()).isZero();
    }

    @Test
    void measuredJitterIsTheSpreadThatWasAsked() {
        for (Jitter.Shape shape : Jitter.Shape.values()) {
            VirtualLane link = lane(LinkConditions.ofLatency(Duration.ofMillis(100))
                    .but()
                    .jitter(new Jitter(Duration.ofMillis(20), shape))
                    .build());
            double sum = 0;
            int looks = 2_000;
            for (int i = 0; i < looks; i++) {
                link.send(1);
                link.runUntil(link.nowMillis() + 500);
                sum += link.fidelity().jitterNanos(shape) / (double) VirtualLane.MILLI;
            }
            assertThat(sum / looks).as(shape.name()).isCloseTo(20, within(2.0));
        }
    }

    @Test
    void lateClockShowsAsLatenessOfTheMachineAndNotOfTheLink() {
        VirtualLane link = lane(LinkConditions.ofLatency(Duration.ofMillis(10)));
        link.send(1);
        link.runUntil(20);
        assertThat(link.fidelity().worstLatenessNanos()).isZero();

        link.send(1);
        link.jumpTo(33);
        link.runUntil(33);
        assertThat(link.fidelity().worstLatenessNanos()).isEqualTo(3 * VirtualLane.MILLI);
    }

    @Test
    void connectionThatEndsWithADeliveryDeliversNoCopy() {
        VirtualLane link =
                lane(LinkConditions.NONE.but().duplication(1).bandwidth(NARROW).build());
        link.send(2);
        link.onArrival(link.lane::abandon);
        link.runUntil(100);

        assertThat(link.arrived).hasSize(1);
        assertThat(link.discarded).hasSize(3);
        assertThat(link.shown().queued()).isZero();
    }

    @Test
    void whatEntersAfterTheEndOfItsConnectionIsDiscardedAndCounted() {
        VirtualLane link = lane(LinkConditions.ofLatency(Duration.ofMillis(10)));
        link.lane.abandon();
        link.send(1);
        link.end();
        link.runUntil(100);

        assertThat(link.arrived).isEmpty();
        assertThat(link.discarded).hasSize(2);
        assertThat(link.shown().discarded()).isEqualTo(1);
        assertThat(link.shown().queued()).isZero();
    }

    @Test
    void senderIsHeldBackFromHalfOfTheFramesOnAndGoesOnWhenHalfOfTheseHaveLeft() {
        VirtualLane link = lane(LinkConditions.NONE.but().bandwidth(NARROW).build());
        link.send(LinkPolicy.CONGESTED_FRAMES - 1);
        assertThat(link.congested).isEmpty();
        link.send(1);
        assertThat(link.congested).containsExactly(true);
        link.runUntil(LinkPolicy.CONGESTED_FRAMES / 2 - 1);
        link.send(1);
        assertThat(link.congested).containsExactly(true);
        link.runUntil(LinkPolicy.CONGESTED_FRAMES / 2 + 1);
        assertThat(link.congested).containsExactly(true, false);
    }

    @Test
    void senderIsHeldBackFromHalfOfTheBytesOnAndGoesOnWhenHalfOfTheseHaveLeft() {
        int frames = (int) (LinkPolicy.CONGESTED_BYTES / MEBIBYTE);
        VirtualLane link = lane(LinkConditions.NONE
                .but()
                .bandwidth(new Bandwidth(MEBIBYTE * 8_000L))
                .build());
        for (int turn = 1; turn <= 2; turn++) {
            link.congested.clear();
            double began = link.nowMillis();
            for (int i = 1; i < frames; i++) {
                link.sendLarge(MEBIBYTE);
            }
            assertThat(link.congested).isEmpty();
            link.sendLarge(MEBIBYTE);
            assertThat(link.congested).containsExactly(true);
            link.runUntil(began + frames / 2.0 - 1);
            assertThat(link.congested).containsExactly(true);
            link.runUntil(began + frames / 2.0);
            assertThat(link.congested).containsExactly(true, false);
            link.runUntil(began + frames);
        }
    }

    @Test
    void whatIsHeldBackTakesPartOfTheBytesOfALink() {
        VirtualLane link = lane(LinkConditions.ofLatency(Duration.ofMillis(10))
                .but()
                .reordering(new Reordering(1, Duration.ofMillis(30)))
                .build());
        for (long bytes = 0; bytes < LinkPolicy.CONGESTED_BYTES; bytes += MEBIBYTE) {
            link.sendLarge(MEBIBYTE);
        }
        link.ask(LinkConditions.ofLatency(Duration.ofMillis(10))
                .but()
                .reordering(new Reordering(1e-9, Duration.ofMillis(30)))
                .build());
        link.send(2);
        assertThat(link.congested).containsExactly(true);
    }

    @Test
    void endOfAConnectionHoldsNobodyBack() {
        VirtualLane link = lane(LinkConditions.NONE.but().bandwidth(NARROW).build());
        link.send(LinkPolicy.CONGESTED_FRAMES);
        link.abandon();
        assertThat(link.congested).containsExactly(true, false);
    }

    @Test
    void hostCarriesABoundedNumberOfFramesAndNoneAfterTheEndOfTheConnection() {
        VirtualLane link =
                new VirtualLane(LinkConditions.ofLatency(Duration.ofMillis(50)), NodeSetup.random(4711), true);
        link.send(Carried.MAX_FRAMES + 44);
        assertThat(link.everCarried()).isEqualTo(Carried.MAX_FRAMES);
        link.abandon();
        link.send(1);
        assertThat(link.everCarried()).isEqualTo(Carried.MAX_FRAMES);
        assertThat(link.discarded).hasSize(Carried.MAX_FRAMES + 45);
    }

    /** They left before it, though after it had entered. */
    @Test
    void whoIsHeldBackIsNotOvertakenByFramesThatTheHostCarriedBeforeIt() {
        LinkConditions asked = LinkConditions.ofLatency(Duration.ofMillis(10))
                .but()
                .reordering(new Reordering(0.5, Duration.ofMillis(30)))
                .build();
        long carried = 0;
        for (long seed = 1; seed <= 50; seed++) {
            VirtualLane alone = new VirtualLane(asked, NodeSetup.random(seed));
            VirtualLane helped = new VirtualLane(asked, NodeSetup.random(seed), true);
            for (VirtualLane link : List.of(alone, helped)) {
                link.send(4);
                link.runUntil(100);
            }
            assertThat(helped.fidelity()).as("seed %s", seed).isEqualTo(alone.fidelity());
            carried += helped.everCarried();
        }
        assertThat(carried).isPositive();
    }

    @Test
    void whoShowsMessagesIsToldHowLongEachTravels() {
        VirtualLane link = lane(LinkConditions.NONE);
        link.send(1);
        link.ask(LinkConditions.ofLatency(Duration.ofMillis(10)));
        link.send(1);
        assertThat(link.travelNanos).containsExactly(0L, 10 * VirtualLane.MILLI);
    }

    @Test
    void timeThatTheLastOnTheWayNeedsIsThatOfWhatIsHeldBackToo() {
        VirtualLane link = lane(LinkConditions.ofLatency(Duration.ofMillis(10))
                .but()
                .reordering(new Reordering(1, Duration.ofMillis(30)))
                .build());
        assertThat(link.lane.remainingNanos()).isZero();
        link.send(1);
        link.runUntil(5);
        assertThat(link.lane.remainingNanos()).isEqualTo(35 * VirtualLane.MILLI);
    }

    @Test
    void timeThatAnEndMayTakeIsThatOfLatencyJitterAndCloseDelay() {
        VirtualLane link = lane(LinkConditions.ofLatency(Duration.ofMillis(100))
                .but()
                .jitter(new Jitter(Duration.ofMillis(20), Jitter.Shape.UNIFORM))
                .closeDelay(Duration.ofMillis(3))
                .build());
        assertThat(link.lane.mayTakeNanos()).isEqualTo(123 * VirtualLane.MILLI);
    }
}

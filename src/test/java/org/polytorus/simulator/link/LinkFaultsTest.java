package org.polytorus.simulator.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.Verdict.Cause;
import org.polytorus.simulator.link.Verdict.Deliver;
import org.polytorus.simulator.link.Verdict.Discard;
import org.polytorus.simulator.model.Bandwidth;

/** The faults that alter, multiply or hold back frames, each alone. */
class LinkFaultsTest {
    private static final long MILLI = 1_000_000;
    private static final int FRAME_BYTES = 100;
    private static final int MANY = 10_000;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(4711);

    @Test
    void normalJitterHasTheAskedDeviationAroundTheLatency() {
        LinkConditions conditions = LinkConditions.ofLatency(Duration.ofMillis(100))
                .but()
                .jitter(Jitter.normal(Duration.ofMillis(10)))
                .build();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < MANY; i++) {
            double millis = deliver(new LinkPolicy(conditions), 0).atNanos() / 1e6;
            sum += millis;
            squares += millis * millis;
        }
        double mean = sum / MANY;

        assertThat(mean).isCloseTo(100, within(0.5));
        assertThat(Math.sqrt(squares / MANY - mean * mean)).isCloseTo(10, within(0.5));
    }

    @Test
    void noFrameArrivesBeforeItWasSentHoweverWideTheJitter() {
        LinkConditions conditions = LinkConditions.ofLatency(Duration.ofMillis(10))
                .but()
                .jitter(Jitter.normal(Duration.ofMillis(10)))
                .build();
        for (int i = 0; i < MANY; i++) {
            assertThat(deliver(new LinkPolicy(conditions), 5 * MILLI).atNanos()).isGreaterThanOrEqualTo(5 * MILLI);
        }
    }

    @Test
    void duplicationDeliversItsShareOfFramesASecondTimeAndNotEarlier() {
        LinkPolicy policy =
                new LinkPolicy(LinkConditions.NONE.but().duplication(0.25).build());
        int twice = 0;
        for (int i = 0; i < MANY; i++) {
            Deliver deliver = deliver(policy, i * MILLI);
            if (deliver.isTwice()) {
                twice++;
                assertThat(deliver.copyAtNanos()).isGreaterThanOrEqualTo(deliver.atNanos());
            }
        }
        assertThat((double) twice / MANY).isCloseTo(0.25, within(0.02));
    }

    @Test
    void copyTakesItsShareOfTheBandwidth() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.NONE
                .but()
                .duplication(1)
                .bandwidth(new Bandwidth(800_000)) // 100 bytes take 1 ms
                .build());

        Deliver deliver = deliver(policy, 0);

        assertThat(deliver.atNanos()).isEqualTo(MILLI);
        assertThat(deliver.copyAtNanos()).isEqualTo(2 * MILLI);
    }

    @Test
    void heldBackFrameIsOvertakenByThoseSentAfterIt() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.ofLatency(Duration.ofMillis(10))
                .but()
                .reordering(new Reordering(1, Duration.ofMillis(40)))
                .build());
        Deliver first = deliver(policy, 0);
        policy.setConditions(LinkConditions.ofLatency(Duration.ofMillis(10)));
        Deliver second = deliver(policy, MILLI);

        assertThat(first).isEqualTo(new Deliver(50 * MILLI, true, Deliver.INTACT, Deliver.ONCE));
        assertThat(second).isEqualTo(new Deliver(11 * MILLI));
    }

    @Test
    void onlySoManyFramesAreHeldBackAtOnce() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.NONE
                .but()
                .reordering(new Reordering(1, Duration.ofSeconds(1)))
                .build());
        List<Deliver> delivered = new ArrayList<>();
        for (int i = 0; i <= Stragglers.MAX; i++) {
            delivered.add(deliver(policy, 0));
        }

        assertThat(delivered.stream().filter(Deliver::heldBack)).hasSize(Stragglers.MAX);
        assertThat(delivered.getLast().atNanos()).isZero();
        assertThat(deliver(policy, 1_000 * MILLI).heldBack()).isTrue();
    }

    @Test
    void corruptionFlipsOneBitOfThePayloadOfItsShareOfFrames() {
        LinkPolicy policy =
                new LinkPolicy(LinkConditions.NONE.but().corruption(0.25).build());
        int garbled = 0;
        for (int i = 0; i < MANY; i++) {
            Deliver deliver = deliver(policy, i);
            if (!deliver.isIntact()) {
                garbled++;
                assertThat(deliver.flippedBit()).isBetween(4 * 8, FRAME_BYTES * 8 - 1);
            }
        }
        assertThat((double) garbled / MANY).isCloseTo(0.25, within(0.02));
    }

    @Test
    void frameWithoutAPayloadHasNothingToGarble() {
        LinkPolicy policy =
                new LinkPolicy(LinkConditions.NONE.but().corruption(1).build());

        assertThat(policy.decide(0, 4, random)).isEqualTo(new Deliver(0));
    }

    @Test
    void boundedQueueDiscardsWhatWouldWaitTooLong() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.NONE
                .but()
                .bandwidth(new Bandwidth(800_000)) // 100 bytes take 1 ms
                .queueBytes(2 * FRAME_BYTES)
                .build());

        assertThat(policy.decide(0, FRAME_BYTES, random)).isEqualTo(new Deliver(MILLI));
        assertThat(policy.decide(0, FRAME_BYTES, random)).isEqualTo(new Deliver(2 * MILLI));
        assertThat(policy.decide(0, FRAME_BYTES, random)).isEqualTo(new Discard(Cause.QUEUE_FULL));
        assertThat(policy.decide(MILLI, FRAME_BYTES, random)).isEqualTo(new Deliver(3 * MILLI));
    }

    @Test
    void frameLargerThanTheQueueStillPassesAnIdleLine() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.NONE
                .but()
                .bandwidth(new Bandwidth(800_000))
                .queueBytes(10)
                .build());

        assertThat(policy.decide(0, FRAME_BYTES, random)).isEqualTo(new Deliver(MILLI));
    }

    @Test
    void slicedFrameHasArrivedWithItsLastPiece() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.ofLatency(Duration.ofMillis(10))
                .but()
                .slicing(new Slicing(30, Duration.ofMillis(5)))
                .build());

        // 100 bytes are four pieces, so three pauses.
        assertThat(policy.decide(0, FRAME_BYTES, random)).isEqualTo(new Deliver(25 * MILLI));
        // The first piece of the next follows the last of this one.
        assertThat(policy.decide(0, FRAME_BYTES, random)).isEqualTo(new Deliver(40 * MILLI));
    }

    @Test
    void hugeFrameIsCutIntoABoundedNumberOfPieces() {
        Slicing slicing = new Slicing(1, Duration.ofMillis(1));

        assertThat(slicing.piecesOf(FRAME_BYTES)).isEqualTo(FRAME_BYTES);
        assertThat(slicing.piecesOf(10 * 1024 * 1024)).isLessThanOrEqualTo(Slicing.MAX_PIECES);
    }

    @Test
    void faultsCombineAndAreGoneWithoutTraceWhenCleared() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.ofLatency(Duration.ofMillis(20))
                .but()
                .jitter(Jitter.uniform(Duration.ofMillis(20)))
                .loss(0.2)
                .duplication(0.2)
                .reordering(Reordering.of(0.2))
                .corruption(0.2)
                .bandwidth(new Bandwidth(1_000_000))
                .queueBytes(10_000)
                .slicing(new Slicing(10, Duration.ofMillis(1)))
                .build());
        for (int i = 0; i < MANY; i++) {
            policy.decide(i * MILLI, FRAME_BYTES, random);
        }

        policy.setConditions(LinkConditions.NONE);

        assertThat(policy.isClean()).isTrue();
        for (int i = 0; i < MANY; i++) {
            long nowNanos = (MANY + i) * MILLI;
            assertThat(policy.decide(nowNanos, FRAME_BYTES, random)).isEqualTo(new Deliver(nowNanos));
        }
    }

    @Test
    void impossibleConditionsAreRefusedWithASentence() {
        assertThatThrownBy(() -> LinkConditions.NONE.but().duplication(1.5).build())
                .hasMessage("A duplication is a probability between 0 and 1; found 1.5");
        assertThatThrownBy(() -> Reordering.of(Double.NaN)).hasMessageContaining("found NaN");
        assertThatThrownBy(() -> new Reordering(0.1, Duration.ZERO)).hasMessageContaining("found PT0S");
        assertThatThrownBy(() -> new Slicing(0, Duration.ZERO)).hasMessageContaining("found 0 bytes");
        assertThatThrownBy(() -> LinkConditions.NONE.but().queueBytes(-1).build())
                .hasMessageContaining("found -1");
        assertThatThrownBy(() -> LinkConditions.NONE
                        .but()
                        .closeDelay(Duration.ofSeconds(61))
                        .build())
                .hasMessageContaining("found PT1M1S");
    }

    @Test
    void conditionsAreSaidInAFewWords() {
        assertThat(ConditionsText.of(LinkConditions.NONE)).isEqualTo("no fault any more");
        assertThat(ConditionsText.of(LinkConditions.ofLatency(Duration.ofMillis(200))
                        .but()
                        .jitter(Jitter.normal(Duration.ofMillis(20)))
                        .loss(0.015)
                        .reordering(Reordering.of(0.1))
                        .bandwidth(new Bandwidth(1_000))
                        .queueBytes(500)
                        .slicing(new Slicing(100, Duration.ofNanos(1_500_000)))
                        .build()))
                .isEqualTo("latency 200 ± 20 ms (normal), loss 1.5 %, 10 % held back 50 ms,"
                        + " bandwidth 1000 bit/s with a queue of 500 bytes, pieces of 100 bytes every 1.5 ms");
    }

    private Deliver deliver(LinkPolicy policy, long nowNanos) {
        Verdict verdict = policy.decide(nowNanos, FRAME_BYTES, random);
        assertThat(verdict).isInstanceOf(Deliver.class);
        return (Deliver) verdict;
    }
}

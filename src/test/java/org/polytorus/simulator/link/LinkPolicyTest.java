package org.polytorus.simulator.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.Verdict.Cause;
import org.polytorus.simulator.link.Verdict.Deliver;
import org.polytorus.simulator.link.Verdict.Discard;
import org.polytorus.simulator.model.Bandwidth;

class LinkPolicyTest {
    private static final long MILLI = 1_000_000;
    private static final int FRAME_BYTES = 100;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(4711);

    @Test
    void withoutConditionsEveryFrameArrivesAtOnce() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.NONE);

        assertThat(policy.isClean()).isTrue();
        assertThat(policy.decide(5, FRAME_BYTES, random)).isEqualTo(new Deliver(5));
    }

    @Test
    void latencyIsAddedToTheTimeOfSending() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.ofLatency(Duration.ofMillis(200)));

        assertThat(policy.isClean()).isFalse();
        assertThat(policy.decide(0, FRAME_BYTES, random)).isEqualTo(new Deliver(200 * MILLI));
        assertThat(policy.decide(3 * MILLI, FRAME_BYTES, random)).isEqualTo(new Deliver(203 * MILLI));
    }

    @Test
    void jitterStaysWithinItsBoundsAndUsesThem() {
        LinkConditions jittery =
                jittery(Duration.ofMillis(100), Duration.ofMillis(30)).build();
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < 1_000; i++) {
            // A policy for each frame, so that no frame waits for the one before it.
            long travel = arrival(new LinkPolicy(jittery).decide(0, FRAME_BYTES, random));
            least = Math.min(least, travel);
            most = Math.max(most, travel);
        }
        assertThat(least).isBetween(70 * MILLI, 73 * MILLI);
        assertThat(most).isBetween(127 * MILLI, 130 * MILLI);
    }

    @Test
    void noFrameOvertakesAnotherWhateverTheJitter() {
        LinkPolicy policy = new LinkPolicy(
                jittery(Duration.ofMillis(100), Duration.ofMillis(100)).build());
        long previous = 0;
        for (int i = 0; i < 1_000; i++) {
            long at = arrival(policy.decide(i * MILLI, FRAME_BYTES, random));
            assertThat(at).isGreaterThanOrEqualTo(previous);
            previous = at;
        }
    }

    @Test
    void lossDiscardsItsShareOfFrames() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.NONE.withLoss(0.25));
        int lost = 0;
        for (int i = 0; i < 10_000; i++) {
            lost += policy.decide(i, FRAME_BYTES, random).equals(new Discard(Cause.LOSS)) ? 1 : 0;
        }
        assertThat(lost / 10_000.0).isCloseTo(0.25, within(0.02));
    }

    @Test
    void blackHoleSwallowsEverythingUntilItIsLifted() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.NONE.withBlackHole(true));

        assertThat(policy.decide(0, FRAME_BYTES, random)).isEqualTo(new Discard(Cause.BLACK_HOLE));
        policy.setConditions(LinkConditions.NONE);
        assertThat(policy.decide(1, FRAME_BYTES, random)).isEqualTo(new Deliver(1));
    }

    @Test
    void bandwidthLetsFramesLeaveOneAfterTheOther() {
        LinkPolicy policy = new LinkPolicy(ofBandwidth(800_000)); // 100 bytes take 1 ms

        assertThat(policy.decide(0, FRAME_BYTES, random)).isEqualTo(new Deliver(MILLI));
        assertThat(policy.decide(0, FRAME_BYTES, random)).isEqualTo(new Deliver(2 * MILLI));
        assertThat(policy.decide(9 * MILLI, FRAME_BYTES, random)).isEqualTo(new Deliver(10 * MILLI));
    }

    @Test
    void bandwidthAndLatencyAddUp() {
        LinkPolicy policy = new LinkPolicy(ofBandwidth(800_000).withLatency(Duration.ofMillis(50)));

        assertThat(policy.decide(0, FRAME_BYTES, random)).isEqualTo(new Deliver(51 * MILLI));
        assertThat(policy.decide(0, FRAME_BYTES, random)).isEqualTo(new Deliver(52 * MILLI));
    }

    @Test
    void linkHoldsABoundedNumberOfFrames() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.ofLatency(Duration.ofSeconds(1)));
        for (int i = 0; i < LinkPolicy.MAX_FRAMES_ON_LINK; i++) {
            assertThat(policy.decide(0, 1, random)).isInstanceOf(Deliver.class);
        }
        assertThat(policy.decide(0, 1, random)).isEqualTo(new Discard(Cause.QUEUE_FULL));
        assertThat(policy.decide(1_000 * MILLI, 1, random)).isEqualTo(new Deliver(2_000 * MILLI));
    }

    @Test
    void linkHoldsABoundedNumberOfBytes() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.ofLatency(Duration.ofSeconds(1)));
        int tenMebibytes = 10 * 1024 * 1024;
        for (int i = 0; i < 3; i++) {
            assertThat(policy.decide(0, tenMebibytes, random)).isInstanceOf(Deliver.class);
        }
        assertThat(policy.decide(0, tenMebibytes, random)).isEqualTo(new Discard(Cause.QUEUE_FULL));
    }

    @Test
    void clearedConditionsLeaveNoTrace() {
        LinkPolicy policy = new LinkPolicy(ofBandwidth(8)); // 100 bytes take 100 s
        assertThat(policy.decide(0, FRAME_BYTES, random)).isEqualTo(new Deliver(100_000 * MILLI));

        policy.setConditions(LinkConditions.NONE);

        assertThat(policy.isClean()).isTrue();
        assertThat(policy.reschedule(MILLI, FRAME_BYTES, 100_000 * MILLI, false, random))
                .isEqualTo(MILLI);
        assertThat(policy.decide(2 * MILLI, FRAME_BYTES, random)).isEqualTo(new Deliver(2 * MILLI));
    }

    @Test
    void frameOnTheWayKeepsItsTimeWhenTheLinkBecomesSlower() {
        LinkPolicy policy = new LinkPolicy(LinkConditions.ofLatency(Duration.ofMillis(10)));
        long decided = arrival(policy.decide(0, FRAME_BYTES, random));

        policy.setConditions(LinkConditions.ofLatency(Duration.ofMillis(500)));

        assertThat(policy.reschedule(MILLI, FRAME_BYTES, decided, true, random)).isEqualTo(10 * MILLI);
    }

    @Test
    void sameSeedGivesTheSameVerdicts() {
        LinkConditions all = jittery(Duration.ofMillis(20), Duration.ofMillis(10))
                .loss(0.1)
                .duplication(0.1)
                .reordering(Reordering.of(0.1))
                .corruption(0.1)
                .bandwidth(new Bandwidth(1_000_000))
                .build();
        LinkPolicy one = new LinkPolicy(all);
        LinkPolicy other = new LinkPolicy(all);
        RandomGenerator sameSeed = RandomGeneratorFactory.of("L64X128MixRandom").create(4711);
        for (int i = 0; i < 1_000; i++) {
            assertThat(one.decide(i * MILLI, FRAME_BYTES, random))
                    .isEqualTo(other.decide(i * MILLI, FRAME_BYTES, sameSeed));
        }
    }

    private static LinkConditions ofBandwidth(long bitsPerSecond) {
        return LinkConditions.NONE.but().bandwidth(new Bandwidth(bitsPerSecond)).build();
    }

    private static LinkConditionsBuilder jittery(Duration latency, Duration spread) {
        return LinkConditions.NONE.but().latency(latency).jitter(Jitter.uniform(spread));
    }

    private static long arrival(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Deliver.class);
        return ((Deliver) verdict).atNanos();
    }
}

package org.polytorus.simulator.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How figures of a link are made of what was measured. */
class LinkFiguresTest {
    @Test
    void errorIsCountedFromWhatWasAskedOnTopOfAnUndelayedMessage() {
        long[] plain = {30, 50, 40};
        long[] delayed = {1_040, 1_045, 1_010};

        assertThat(DelayError.of(plain, delayed, 1_000)).isEqualTo(new DelayError(1_000, 5, 5));
    }

    @Test
    void oneMessageOfAHundredMayBeFarOff() {
        long[] delayed = LongStream.rangeClosed(1, 100).toArray();
        delayed[99] = 1_000_000;

        assertThat(DelayError.of(new long[] {0}, delayed, 0).p99Nanos()).isEqualTo(99);
    }

    @Test
    void roundWithTheLeastErrorCounts() {
        DelayError quiet = new DelayError(7, 3, 4);

        assertThat(DelayError.best(List.of(new DelayError(9, 2, 5), quiet))).isEqualTo(quiet);
    }

    /** 3.29 standard deviations, of √(100,000 · 0.1 · 0.9) = 94.9 each. */
    @Test
    void lossIsBoundedByItsBinomialDistribution() {
        LossBound bound = LossBound.of(100_000, 0.1);

        assertThat(bound).isEqualTo(new LossBound(9_688, 10_312));
        assertThat(bound.holds(9_687)).isFalse();
        assertThat(bound.holds(9_688)).isTrue();
        assertThat(bound.holds(10_312)).isTrue();
        assertThat(bound.holds(10_313)).isFalse();
    }

    @Test
    void costOfAnIdleLinkIsTheMedianOfTurnsWithHalfOfThemAround() {
        List<IdleCost.Turn> turns = Stream.of(110, 100, 125, 400)
                .map(link -> new IdleCost.Turn(link, 100))
                .toList();

        IdleCost cost = IdleCost.of(turns);

        assertThat(cost.bareNanos()).isEqualTo(100);
        assertThat(cost.linkNanos()).isEqualTo(125);
        assertThat(cost.median()).isCloseTo(0.2, within(1e-9));
        assertThat(cost.lower()).isCloseTo(1 - 100 / 110.0, within(1e-9));
        assertThat(cost.upper()).isCloseTo(0.75, within(1e-9));
    }
}

package org.polytorus.simulator.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThroughputTest {
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    @Test
    void aCounterThatIsCopiedNowAndThenIsMeasuredFromCopyToCopy() {
        long start = System.nanoTime();
        Throughput.Rate rate = Throughput.measure(
                () -> (System.nanoTime() - start) / STEP_NANOS * STEP_NANOS / 1_000,
                () -> (System.nanoTime() - start) / 4,
                Duration.ofSeconds(1));
        assertThat(rate.perSecond())
                .as("a million a second, in steps of a third of the measurement")
                .isBetween(5e5, 2e6);
        assertThat(rate.perCpuSecond())
                .as("four times as many in each second of CPU time, where a quarter of the time is spent on it")
                .isCloseTo(4 * rate.perSecond(), withinPercentage(10));
    }

    @Test
    void theBestOfSeveralRoundsIsTakenByEitherMeasure() {
        assertThat(new Throughput.Rate(1, 8).best(new Throughput.Rate(2, 7))).isEqualTo(new Throughput.Rate(2, 8));
    }
}

package org.polytorus.simulator.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThroughputTest {
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    @Test
    void aCounterThatIsCopiedNowAndThenIsMeasuredFromCopyToCopy() {
        long start = System.nanoTime();
        double rate = Throughput.perSecond(
                () -> (System.nanoTime() - start) / STEP_NANOS * STEP_NANOS / 1_000, Duration.ofSeconds(1));
        assertThat(rate)
                .as("a million a second, in steps of a third of the measurement")
                .isBetween(5e5, 2e6);
    }
}

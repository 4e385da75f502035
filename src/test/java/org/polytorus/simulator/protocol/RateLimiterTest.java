package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.RateLimit;

/** How many messages pass, and when the next may. */
final class RateLimiterTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long START = VirtualNetwork.START_NANOS;

    private final RateLimiter limiter = new RateLimiter(RateLimit.DEFAULT, START);

    private int passing(long now, int bytes) {
        int passed = 0;
        while (limiter.isOpen(now)) {
            limiter.take(bytes);
            passed++;
        }
        return passed;
    }

    @Test
    void twentyPassAtOnceAndAHundredInEverySecondAfterwards() {
        assertThat(passing(START, 100)).isEqualTo(20);
        int passed = 0;
        long now = START;
        while (now < START + 10 * SECOND) {
            now = limiter.opensNanos(now);
            passed += passing(now, 100);
        }
        assertThat(passed).isBetween(999, 1_001);
    }

    @Test
    void aPauseSavesNoMoreThanOneBurst() {
        assertThat(passing(START + 3_600 * SECOND, 100)).isEqualTo(20);
    }

    @Test
    void aMegabyteASecondPasses() {
        long now = START;
        long bytes = 0;
        while (now < START + 10 * SECOND) {
            bytes += 100_000L * passing(now, 100_000);
            now = limiter.opensNanos(now);
        }
        assertThat(bytes).isBetween(11L * 1024 * 1024 - 100_000, 11L * 1024 * 1024 + 100_000);
    }

    @Test
    void aMessageLargerThanASecondsBytesPassesAndTheNextWaitsForIt() {
        assertThat(passing(START, 10 * 1024 * 1024)).isEqualTo(1);
        assertThat(limiter.opensNanos(START)).isBetween(START + 9 * SECOND, START + 9 * SECOND + SECOND / 1_000);
    }

    @Test
    void theMeterTellsTheMeanOfTheLastWholeSeconds() {
        BandwidthMeter meter = new BandwidthMeter();
        for (int second = 0; second < 10; second++) {
            meter.sent(START + second * SECOND, 125_000);
        }
        assertThat(meter.megabitsPerSecond(START + 10 * SECOND)).isEqualTo(1.0);
        assertThat(meter.megabitsPerSecond(START + 12 * SECOND)).isEqualTo(0.6);
        assertThat(meter.megabitsPerSecond(START + 60 * SECOND)).isZero();
    }
}

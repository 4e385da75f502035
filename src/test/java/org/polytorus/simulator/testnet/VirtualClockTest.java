package org.polytorus.simulator.testnet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VirtualClockTest {
    private static VirtualClock clock(Pace pace, double achieved) {
        return new VirtualClock(1_000, 3_500, pace, achieved);
    }

    @Test
    void timeCountsFromTheBeginningOfTheTestnet() {
        assertThat(clock(Pace.REAL_TIME, 1).elapsedNanos()).isEqualTo(2_500);
    }

    @Test
    void machineThatIsTooSlowIsBehind() {
        assertThat(clock(new Pace.Times(100), 37).isBehind()).isTrue();
        assertThat(clock(new Pace.Times(100), 97).isBehind()).isFalse();
    }

    @Test
    void nobodyIsBehindWithoutAMeasurementOrAPace() {
        assertThat(clock(new Pace.Times(100), 0).isBehind()).isFalse();
        assertThat(clock(new Pace.Unlimited(), 37).isBehind()).isFalse();
        assertThat(clock(new Pace.Paused(), 0).isBehind()).isFalse();
    }
}

package org.polytorus.simulator.ui.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polytorus.simulator.testnet.Pace;

class SpeedTest {
    @Test
    void speedsGoFromATenthToAHundredTimesAndThenWithoutBound() {
        assertThat(Speed.ALL)
                .extracting(Speed::toString)
                .containsExactly(
                        "×0.1", "×0.2", "×0.5", "×1", "×2", "×5", "×10", "×20", "×50", "×100", "as fast as it goes");
    }

    @Test
    void nothingIsFasterThanTheFastestOrSlowerThanTheSlowest() {
        assertThat(Speed.REAL_TIME.faster().pace()).isEqualTo(new Pace.Times(2));
        assertThat(Speed.REAL_TIME.slower().pace()).isEqualTo(new Pace.Times(0.5));
        assertThat(Speed.ALL.getLast().faster()).isEqualTo(Speed.ALL.getLast());
        assertThat(Speed.ALL.getFirst().slower()).isEqualTo(Speed.ALL.getFirst());
    }

    @Test
    void paceThatIsNoChoiceIsShownAsRealTime() {
        assertThat(Speed.of(new Pace.Times(20)).text()).isEqualTo("×20");
        assertThat(Speed.of(new Pace.Times(17))).isEqualTo(Speed.REAL_TIME);
    }

    @Test
    void factorsHaveAsManyDigitsAsTellSomething() {
        assertThat(Speed.times(1_234.4)).isEqualTo("×1,234");
        assertThat(Speed.times(37.4)).isEqualTo("×37");
        assertThat(Speed.times(3.74)).isEqualTo("×3.7");
        assertThat(Speed.times(0.043)).isEqualTo("×0.04");
    }
}

package org.polytorus.simulator.app.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaceMeterTest {
    private static final long TENTH = TimeUnit.MILLISECONDS.toNanos(100);

    private final PaceMeter meter = new PaceMeter();

    @BeforeEach
    void begun() {
        meter.restart(1_000, 5_000);
    }

    private void goOn(int tenths, double factor, int from) {
        for (int i = 1; i <= tenths; i++) {
            meter.look(1_000 + (from + i) * TENTH, 5_000 + (long) ((from + i) * TENTH * factor));
        }
    }

    @Test
    void steadyPaceIsMeasured() {
        goOn(10, 37, 0);
        assertThat(meter.achieved()).isEqualTo(37);
    }

    @Test
    void nothingIsSaidBeforeEnoughWasSeen() {
        goOn(2, 37, 0);
        assertThat(meter.achieved()).isZero();
    }

    @Test
    void whatIsLongAgoNoLongerCounts() {
        goOn(10, 1, 0);
        long virtual = 5_000 + 10 * TENTH;
        for (int i = 1; i <= 20; i++) {
            meter.look(1_000 + (10 + i) * TENTH, virtual + i * TENTH * 4);
        }
        assertThat(meter.achieved()).isEqualTo(4);
    }

    @Test
    void anotherPaceIsMeasuredAnew() {
        goOn(10, 37, 0);
        meter.restart(1_000 + 11 * TENTH, 0);
        assertThat(meter.achieved()).isZero();
    }
}

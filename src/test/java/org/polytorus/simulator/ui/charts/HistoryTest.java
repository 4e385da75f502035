package org.polytorus.simulator.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetSnapshot;

class HistoryTest {
    private static final long TENTH_NANOS = 100_000_000L;

    private final History history = new History();

    @Test
    void samplesAreAtLeastAQuarterOfASecondApart() {
        assertThat(history.add(picture(0, 0))).isTrue();
        assertThat(history.add(picture(2, 5))).isFalse();
        assertThat(history.add(picture(3, 5))).isTrue();
    }

    @Test
    void rateIsGrowthPerSecond() {
        for (int tenth = 0; tenth <= 50; tenth += 5) {
            history.add(picture(tenth, tenth * 10L));
        }
        History.Series series = history.series(null);
        assertThat(series.value(Metric.MESSAGES_SENT, series.size() - 1, true)).isEqualTo(100);
        assertThat(series.value(Metric.MESSAGES_SENT, series.size() - 1, false)).isEqualTo(500);
    }

    @Test
    void theOldestSamplesAreForgottenWhenTheRingIsFull() {
        int samples = History.MAX_SAMPLES + 100;
        for (int i = 0; i < samples; i++) {
            history.add(picture(5L * i, i));
        }
        History.Series series = history.series(null);
        assertThat(series.size()).isEqualTo(History.MAX_SAMPLES);
        assertThat(series.value(Metric.MESSAGES_SENT, 0, false)).isEqualTo(100);
    }

    @Test
    void anUnknownNodeHasNoSamples() {
        history.add(picture(0, 0));
        assertThat(history.series(new NodeName("nobody")).size()).isZero();
    }

    @Test
    void marksOfAnAxisAreRoundNumbers() {
        assertThat(Axis.upTo(92, Metric.Unit.COUNT, true)).isEqualTo(new Axis(50, 2));
        assertThat(Axis.upTo(0, Metric.Unit.COUNT, false)).isEqualTo(new Axis(1, 1));
        assertThat(Axis.upTo(3_000, Metric.Unit.BYTES, false)).isEqualTo(new Axis(1_024, 3));
    }

    private static TestnetSnapshot picture(long tenths, long sent) {
        NetworkStats totals = new NetworkStats(0, 0, sent, 0, 0, 0, 0, 0);
        return Altered.copy(
                SnapshotFixtures.empty().build(),
                "sequence",
                tenths,
                "epochNanos",
                tenths * TENTH_NANOS,
                "totals",
                totals);
    }
}

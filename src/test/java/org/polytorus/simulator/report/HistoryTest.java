package org.polytorus.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetSnapshot;

class HistoryTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final TestnetSnapshot three =
            SnapshotFixtures.ring(3).follows("node2", 5, 12).build();

    private static History history(TestnetSnapshot snapshot) {
        return new History(snapshot.nodes().stream().map(NodeSnapshot::name).toList());
    }

    @Test
    void theFiguresOfEachNodeAndTheirSumsAreKept() {
        History history = history(three);
        history.add(SECOND, three);
        assertThat(history.of(1, Measure.HEIGHT, 0)).isEqualTo(12);
        assertThat(history.of(0, Measure.HEIGHT, 0)).isZero();
        assertThat(history.sum(Measure.RUNNING, 0)).isEqualTo(3);
        assertThat(history.tips(0)).isEqualTo(2);
        assertThat(history.nanos(0)).isEqualTo(SECOND);
    }

    @Test
    void aLongRunKeepsABoundedNumberOfSamplesThatSpanItAll() {
        History history = history(three);
        long end = 100_000 * SECOND;
        for (long at = 0; at <= end; at += SECOND) {
            if (history.isDue(at)) {
                history.add(at, three);
            }
        }
        assertThat(history.size()).isBetween(History.MAX_SAMPLES / 2, History.MAX_SAMPLES);
        assertThat(history.nanos(0)).isZero();
        assertThat(history.nanos(history.size() - 1)).isGreaterThan(end * 9 / 10);
        long widest = IntStream.range(1, history.size())
                .mapToLong(i -> history.nanos(i) - history.nanos(i - 1))
                .max()
                .orElseThrow();
        assertThat(widest).isLessThan(end / (History.MAX_SAMPLES / 4));
    }

    @Test
    void ofManyNodesThereAreFewerSamplesAndOfVeryManyTheSumsAlone() {
        assertThat(new History(names(2_000)).isOfNodes()).isTrue();
        assertThat(new History(names(History.MAX_FIGURES / 100)).isOfNodes()).isFalse();
    }

    @Test
    void theLastLookIsASampleEvenIfNoneIsDue() {
        History history = history(three);
        history.add(0, three);
        history.end(1, three);
        history.end(1, three);
        assertThat(history.size()).isEqualTo(2);
    }

    private static List<NodeName> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> new NodeName("n" + i)).toList();
    }
}

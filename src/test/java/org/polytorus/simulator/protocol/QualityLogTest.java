package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.QualityStats;
import org.polytorus.simulator.model.QualityStats.Kind;

/** What is kept of the decisions. */
final class QualityLogTest {
    private final NodeContext context = new NodeContext(
            VirtualNetwork.quiet(), new PeerId(1, 1), new SplittableRandom(1), new SharedValues(), _ -> {});
    private final QualityLog log = new QualityLog(context);

    private static PeerId peer(int number) {
        return new PeerId(2, number);
    }

    @Test
    void fiftyDecisionsAreKeptTheNewestFirstAndAllAreCounted() {
        for (int i = 1; i <= 60; i++) {
            log.add(Kind.HELD_BACK, peer(i), null, "why");
        }
        QualityStats stats = log.stats(true);
        assertThat(stats.decisions()).hasSize(50);
        assertThat(stats.decisions().getFirst().peer()).isEqualTo(peer(60));
        assertThat(stats.decisions().getLast().peer()).isEqualTo(peer(11));
        assertThat(stats.counts()).containsEntry(Kind.HELD_BACK, 60L).hasSize(1);
    }

    @Test
    void theSameDecisionAgainIsCountedAndComesToTheFront() {
        log.add(Kind.ASKED_RATHER, peer(1), peer(2), "90 against 10");
        log.add(Kind.ASKED_RATHER, peer(1), peer(3), "90 against 20");
        context.now = 5;
        log.add(Kind.ASKED_RATHER, peer(1), peer(2), "90 against 11");
        assertThat(log.stats(true).decisions())
                .extracting(decision -> decision.sentence(id -> "p" + id.low()))
                .containsExactly(
                        "p1 was asked rather than p2: 90 against 11; 2 times",
                        "p1 was asked rather than p3: 90 against 20");
        assertThat(log.stats(true).decisions().getFirst().atNanos()).isEqualTo(5);
    }
}

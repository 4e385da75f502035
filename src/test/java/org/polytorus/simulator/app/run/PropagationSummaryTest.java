package org.polytorus.simulator.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.app.run.JourneySummary.Delivery;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.Propagation;

class PropagationSummaryTest {
    private static final NodeName ONE = new NodeName("one");
    private static final NodeName TWO = new NodeName("two");
    private static final NodeName THREE = new NodeName("three");
    private static final long MILLI = 1_000_000;

    private final Propagation propagation = new Propagation(List.of(ONE, TWO, THREE));

    private PropagationSummary summary() {
        return PropagationSummary.of(propagation.snapshot(), 3_000 * MILLI);
    }

    private static Hash hash(int number) {
        return new Hash(number, 0, 0, 0);
    }

    @Test
    void aBlockIsToldWithWhoHadItFromWhom() {
        propagation.mined(hash(1), 1, ONE, 1_000 * MILLI);
        propagation.blockBrought(hash(1), TWO, ONE, false, 1_010 * MILLI);
        propagation.blockBrought(hash(1), THREE, TWO, false, 1_030 * MILLI);
        propagation.blockBrought(hash(1), THREE, ONE, true, 1_031 * MILLI);
        assertThat(summary().blocks()).singleElement().satisfies(block -> {
            assertThat(block.secondsAgo()).isEqualTo(2);
            assertThat(block.reach().nodes()).isEqualTo(2);
            assertThat(block.reach().msTo50Percent()).isEqualTo(10);
            assertThat(block.reach().msTo99Percent()).isEqualTo(30);
            assertThat(block.reach().redundantCopies()).isEqualTo(1);
            assertThat(block.reach().deliveries())
                    .containsExactly(new Delivery("two", "one", 10), new Delivery("three", "two", 30));
        });
        assertThat(summary().lines())
                .containsExactly("Delivery of blocks: p50 10.0 ms, p90 30.0 ms, p99 30.0 ms; 1 of 3 copies redundant");
    }

    @Test
    void ofManyTransactionsTheLatestAreListedAndOfFewerWhoBroughtThem() {
        for (int i = 0; i < PropagationSummary.MOST_TRANSACTIONS + 20; i++) {
            propagation.made(hash(i), ONE, i * MILLI);
            propagation.transactionBrought(hash(i), TWO, null, false, (i + 5) * MILLI);
        }
        PropagationSummary summary = summary();
        assertThat(summary.transactionDeliveries().deliveries()).isEqualTo(PropagationSummary.MOST_TRANSACTIONS + 20);
        assertThat(summary.transactions()).hasSize(PropagationSummary.MOST_TRANSACTIONS);
        assertThat(summary.transactions())
                .filteredOn(one -> one.reach().deliveries() != null)
                .hasSize(JourneySummary.MOST_TREES)
                .last()
                .satisfies(one -> assertThat(one.transaction())
                        .isEqualTo(
                                hash(PropagationSummary.MOST_TRANSACTIONS + 19).toString()));
    }

    @Test
    void beforeTheFirstArrivalNothingIsSaid() {
        assertThat(summary().lines()).isEmpty();
        assertThat(summary().blockDeliveries().p50Ms()).isNull();
    }
}

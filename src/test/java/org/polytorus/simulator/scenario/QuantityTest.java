package org.polytorus.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.scenario.Quantity.Travel.What;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.PartitionFixtures;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.testnet.Propagation;
import org.polytorus.simulator.testnet.SnapshotFixtures;

class QuantityTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final long MILLI = 1_000_000;
    private static final Hash BLOCK = new Hash(1, 0, 0, 0);
    private static final Hash TRANSACTION = new Hash(2, 0, 0, 0);

    private final Propagation propagation = new Propagation(List.of(ONE, TWO));

    private OptionalDouble value(Quantity quantity) {
        Partition cut = new Partition(
                "cut", List.of(new NodeGroup("a", List.of(ONE)), new NodeGroup("b", List.of(TWO))), false);
        return quantity.of(new Moment(
                Duration.ZERO,
                PartitionFixtures.split(
                        SnapshotFixtures.ring(2).build(),
                        new PartitionSnapshot(cut, List.of(), 0),
                        propagation.snapshot()),
                0));
    }

    private static double nearly(OptionalDouble value) {
        return Math.round(value.orElseThrow() / MILLI);
    }

    @Test
    void tipsAndFirstDeliveriesOfBlocksAndTransactionsAreMeasuredApart() {
        propagation.mined(BLOCK, 1, ONE, 0);
        propagation.blockBrought(BLOCK, TWO, ONE, false, 10 * MILLI);
        propagation.followed(BLOCK, TWO, 20 * MILLI);
        propagation.made(TRANSACTION, ONE, 0);
        propagation.transactionBrought(TRANSACTION, TWO, ONE, false, 30 * MILLI);
        assertThat(nearly(value(new Quantity.Travel(90, What.BLOCKS)))).isEqualTo(10);
        assertThat(nearly(value(new Quantity.Travel(90)))).isEqualTo(20);
        assertThat(nearly(value(new Quantity.Travel(99, What.TRANSACTIONS)))).isEqualTo(30);
    }

    @Test
    void beforeTheFirstDeliveryThereIsNothingToMeasure() {
        assertThat(value(new Quantity.Travel(50, What.TRANSACTIONS))).isEmpty();
        assertThat(value(new Quantity.RedundantCopies())).hasValue(0);
    }

    @Test
    void redundantCopiesAreOfBlocksAndTransactionsTogether() {
        propagation.mined(BLOCK, 1, ONE, 0);
        propagation.blockBrought(BLOCK, ONE, TWO, true, MILLI);
        propagation.transactionBrought(TRANSACTION, TWO, ONE, true, MILLI);
        assertThat(value(new Quantity.RedundantCopies())).hasValue(2);
    }
}

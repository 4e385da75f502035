package org.polytorus.simulator.testnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.testnet.PropagationSnapshot.Copies;
import org.polytorus.simulator.testnet.PropagationSnapshot.Journey;

class PropagationTest {
    private static final NodeName MINER = new NodeName("miner");
    private static final List<NodeName> NODES = IntStream.rangeClosed(0, 100)
            .mapToObj(i -> i == 0 ? MINER : node(i))
            .toList();
    private static final long START = TimeUnit.DAYS.toNanos(20_000);
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Propagation propagation = new Propagation(NODES);

    @Test
    void theTimesFromMiningToEachNodesTipAreKeptFastestFirst() {
        propagation.mined(block(1), 1, MINER, START);
        propagation.followed(block(1), node(2), START + 30 * MILLI);
        propagation.followed(block(1), node(1), START + 10 * MILLI);
        assertThat(propagation.snapshot().blocks())
                .singleElement()
                .satisfies(spread -> assertThat(spread.arrivals())
                        .containsExactly(new Arrival(node(1), 10 * MILLI), new Arrival(node(2), 30 * MILLI)));
    }

    @Test
    void percentilesAreOfAllArrivals() {
        propagation.mined(block(1), 1, MINER, START);
        for (int i = 1; i <= 100; i++) {
            propagation.followed(block(1), node(i), START + i * MILLI);
        }
        PropagationSnapshot seen = propagation.snapshot();
        assertThat(seen.arrivals()).isEqualTo(100);
        assertThat(seen.p50Nanos()).isCloseTo(50 * MILLI, within(MILLI));
        assertThat(seen.p90Nanos()).isCloseTo(90 * MILLI, within(MILLI));
        assertThat(seen.p99Nanos()).isCloseTo(99 * MILLI, within(MILLI));
    }

    @Test
    void theMinerItselfASecondTimeAndABlockOfUnknownOriginDoNotCount() {
        propagation.mined(block(1), 1, MINER, START);
        propagation.followed(block(1), MINER, START);
        propagation.followed(block(1), node(1), START + MILLI);
        propagation.followed(block(1), node(1), START + 900 * MILLI);
        propagation.followed(block(2), node(1), START + MILLI);
        assertThat(propagation.snapshot().arrivals()).isEqualTo(1);
        assertThat(propagation.snapshot().blocks()).hasSize(1);
    }

    @Test
    void olderBlocksThanTheLastTwoHundredAreForgotten() {
        for (int i = 0; i < Propagation.MAX_BLOCKS + 5; i++) {
            propagation.mined(block(i), i, MINER, START + i);
            propagation.followed(block(i), node(1), START + i + MILLI);
        }
        assertThat(propagation.snapshot().blocks()).hasSize(Propagation.MAX_BLOCKS);
        assertThat(propagation.snapshot().blocks().getFirst().height()).isEqualTo(5);
        assertThat(propagation.snapshot().arrivals()).isEqualTo(Propagation.MAX_BLOCKS);
    }

    @Test
    void beforeTheFirstArrivalThereIsNoPercentile() {
        assertThat(propagation.snapshot()).isEqualTo(PropagationSnapshot.NONE);
    }

    @Test
    void whoBroughtABlockFirstMakesTheTreeOfDeliveries() {
        propagation.mined(block(1), 1, MINER, START);
        propagation.blockBrought(block(1), node(1), MINER, false, START + 10 * MILLI);
        propagation.blockBrought(block(1), node(2), node(1), false, START + 30 * MILLI);
        propagation.blockBrought(block(1), node(3), null, false, START + 20 * MILLI);
        assertThat(journey().deliveries())
                .containsExactly(
                        new Arrival(node(1), 10 * MILLI, MINER),
                        new Arrival(node(3), 20 * MILLI, null),
                        new Arrival(node(2), 30 * MILLI, node(1)));
        assertThat(propagation.snapshot().arrivals())
                .as("deliveries are not tips")
                .isZero();
    }

    @Test
    void copiesOfWhatANodeHasAreCountedAsRedundantAndHaveNoTime() {
        propagation.made(block(7), MINER, START);
        propagation.transactionBrought(block(7), node(1), MINER, false, START + MILLI);
        propagation.transactionBrought(block(7), node(1), node(2), true, START + 2 * MILLI);
        propagation.transactionBrought(block(7), MINER, node(1), true, START + 3 * MILLI);
        propagation.transactionAnnounced(block(7), false);
        propagation.transactionAnnounced(block(7), true);
        PropagationSnapshot seen = propagation.snapshot();
        Copies expected = new Copies(3, 2, 2, 1);
        assertThat(seen.transactionTravel().copies()).isEqualTo(expected);
        assertThat(seen.transactions()).singleElement().satisfies(one -> {
            assertThat(one.journey().copies()).isEqualTo(expected);
            assertThat(one.journey().deliveries()).containsExactly(new Arrival(node(1), MILLI, MINER));
        });
        assertThat(seen.transactionTravel().deliveries()).isEqualTo(1);
        assertThat(seen.blockTravel().copies()).isEqualTo(Copies.NONE);
    }

    @Test
    void theShareOfNodesCountsTheMinerAndIsOpenUntilEnoughHaveTheBlock() {
        propagation.mined(block(1), 1, MINER, START);
        for (int i = 1; i <= 90; i++) {
            propagation.blockBrought(block(1), node(i), MINER, false, START + i * MILLI);
        }
        assertThat(journey().halfNanos()).isEqualTo(50 * MILLI);
        assertThat(journey().mostNanos()).isEqualTo(90 * MILLI);
        assertThat(journey().almostAllNanos()).isEqualTo(-1);
    }

    @Test
    void whatIsForgottenIsCountedAndOutOfThePercentiles() {
        propagation.made(block(0), MINER, START);
        propagation.transactionBrought(block(0), node(1), MINER, false, START + 500 * MILLI);
        for (int i = 1; i <= Propagation.MAX_TRANSACTIONS; i++) {
            propagation.made(block(i), MINER, START);
            propagation.transactionBrought(block(i), node(1), MINER, false, START + 5 * MILLI);
        }
        PropagationSnapshot.Travel travel = propagation.snapshot().transactionTravel();
        assertThat(travel.forgotten()).isEqualTo(1);
        assertThat(travel.deliveries()).isEqualTo(Propagation.MAX_TRANSACTIONS);
        assertThat(travel.copies().data()).isEqualTo(Propagation.MAX_TRANSACTIONS + 1);
        assertThat(travel.p99Nanos()).isCloseTo(5 * MILLI, within(MILLI));
    }

    @Test
    void testnetsOfManyNodesKeepFewerBlocks() {
        List<NodeName> many =
                IntStream.range(0, 100_000).mapToObj(PropagationTest::node).toList();
        Propagation large = new Propagation(many);
        for (int i = 0; i < 100; i++) {
            large.mined(block(i), i, node(1), START);
        }
        assertThat(large.snapshot().blocks()).hasSize(Propagation.MAX_DELIVERIES / many.size());
    }

    @Test
    void aSnapshotStaysAsItWas() {
        propagation.mined(block(1), 1, MINER, START);
        propagation.blockBrought(block(1), node(2), MINER, false, START + 10 * MILLI);
        Journey before = journey();
        propagation.blockBrought(block(1), node(1), MINER, false, START + 5 * MILLI);
        assertThat(before.deliveries()).containsExactly(new Arrival(node(2), 10 * MILLI, MINER));
        assertThat(journey().deliveries()).hasSize(2);
    }

    private Journey journey() {
        return propagation.snapshot().blocks().getFirst().journey();
    }

    private static Hash block(int number) {
        return new Hash(number, 0, 0, 0);
    }

    private static NodeName node(int number) {
        return new NodeName("node" + number);
    }
}

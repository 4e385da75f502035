package org.polytorus.simulator.testnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;

class PropagationTest {
    private static final NodeName MINER = new NodeName("miner");
    private static final long START = TimeUnit.DAYS.toNanos(20_000);
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final Propagation propagation = new Propagation();

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

    private static Hash block(int number) {
        return new Hash(number, 0, 0, 0);
    }

    private static NodeName node(int number) {
        return new NodeName("node" + number);
    }
}

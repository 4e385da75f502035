package org.polytorus.simulator.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FootprintTest {

    @Test
    void ofSeveralRoundsTheLeastTimeCountsAndTheMedianOfTheHeap() {
        List<Footprint> rounds = List.of(new Footprint(9, 4, 100), new Footprint(7, 6, -50), new Footprint(8, 5, 80));

        assertThat(Footprint.of(rounds)).isEqualTo(new Footprint(7, 4, 80));
    }
}

package org.polytorus.simulator.testnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiameterTest {
    @Test
    void aRingIsHalfAsWideAsItIsLong() {
        assertThat(diameter(SnapshotFixtures.ring(12).build())).isEqualTo(6);
        assertThat(diameter(SnapshotFixtures.ring(7).build())).isEqualTo(3);
    }

    @Test
    void inAMeshEveryoneIsOneLinkAway() {
        assertThat(diameter(SnapshotFixtures.mesh(5).build())).isEqualTo(1);
    }

    @Test
    void aNodeAloneHasNoWidth() {
        assertThat(diameter(SnapshotFixtures.nodes(1).build())).isZero();
        assertThat(GraphMeasures.of(List.of(), List.of()).diameter()).isZero();
    }

    @Test
    void onlyLinksThatCarryTrafficCount() {
        TestnetSnapshot cut = SnapshotFixtures.ring(12)
                .state("node12", "node1", LinkSnapshot.State.SILENT)
                .build();
        assertThat(diameter(cut)).isEqualTo(11);
    }

    private static int diameter(TestnetSnapshot picture) {
        return GraphMeasures.of(picture).diameter();
    }
}

package org.polytorus.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.SnapshotFixtures;
import org.polytorus.simulator.testnet.TestnetSnapshot;

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
        assertThat(Diameter.of(List.of(), List.of())).isZero();
    }

    @Test
    void onlyLinksThatCarryTrafficCount() {
        TestnetSnapshot cut = SnapshotFixtures.ring(12)
                .state("node12", "node1", LinkSnapshot.State.SILENT)
                .build();
        assertThat(diameter(cut)).isEqualTo(11);
    }

    private static int diameter(TestnetSnapshot picture) {
        return Diameter.of(picture.nodes().stream().map(NodeSnapshot::name).toList(), picture.links());
    }
}

package org.polytorus.simulator.testnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;

class GeneratedTestnetTest {

    @Test
    void twelveNodesFindABlockEveryTwoSecondsTogether() {
        TestnetSpec testnet = GeneratedTestnet.of("Ring", Topology.RING, 12, 0, 7);
        assertThat(testnet.name()).isEqualTo("Ring");
        assertThat(testnet.seed()).isEqualTo(7);
        assertThat(testnet.links()).hasSize(12);
        assertThat(testnet.nodes()).hasSize(12).allSatisfy(node -> {
            assertThat(node.blockTime()).isEqualTo(Duration.ofSeconds(24));
            assertThat(node.transactionInterval()).isEqualTo(Duration.ofSeconds(12));
            assertThat(node.pingInterval()).isEqualTo(Duration.ofSeconds(5));
            assertThat(node.listen()).isEqualTo(Endpoint.loopback(0));
        });
        assertThat(testnet.nodes().getLast().name()).hasToString("node12");
    }

    @Test
    void theHubOfALargeStarAdmitsAllItsLeaves() {
        TestnetSpec testnet = GeneratedTestnet.of("Star", Topology.STAR, 200, 0, 1);
        assertThat(testnet.nodes().getFirst().maxPeers()).isEqualTo(199);
    }

    @Test
    void aSmallTestnetKeepsTheUsualNumberOfPeers() {
        assertThat(GeneratedTestnet.of("One", Topology.LINE, 1, 0, 1)
                        .nodes()
                        .getFirst()
                        .maxPeers())
                .isEqualTo(50);
    }
}

package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;

/** Healthy, degraded, unhealthy, disconnected. */
final class HealthTest {
    private final VirtualNetwork network = new VirtualNetwork();

    @Test
    void aPeerIsUnhealthyAfterMoreThanThreeFailedConnectionsAndHealthyOnceOneHasStood() {
        VirtualNetwork.Host one = network.add(1, VirtualNetwork.quiet());
        VirtualNetwork.Host two = network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));
        network.start();
        network.runFor(Duration.ofSeconds(2));
        for (int i = 1; i <= 4; i++) {
            assertThat(one.view().peers().getFirst().health()).isEqualTo(NodeView.Health.HEALTHY);
            network.isolate(two);
            network.rejoin(two);
            network.runFor(Duration.ofSeconds(3));
            assertThat(one.view().peers().getFirst().failedConnections()).isEqualTo(i);
        }
        assertThat(one.view().peers().getFirst().health()).isEqualTo(NodeView.Health.UNHEALTHY);
        assertThat(one.view().health()).isEqualTo(NodeView.Health.DEGRADED);
        network.runFor(Duration.ofSeconds(60));
        assertThat(one.view().peers().getFirst().failedConnections()).isZero();
        assertThat(one.view().peers().getFirst().health()).isEqualTo(NodeView.Health.HEALTHY);
        assertThat(one.view().health()).isEqualTo(NodeView.Health.HEALTHY);
    }

    @Test
    void triesThatCameToNothingCountAsWell() {
        network.add(1, VirtualNetwork.quiet());
        VirtualNetwork.Host two = network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));
        network.start();
        network.runFor(Duration.ofSeconds(2));
        network.isolate(two);
        network.runFor(Duration.ofSeconds(20));
        network.rejoin(two);
        network.runFor(Duration.ofSeconds(2));
        assertThat(two.view().peers().getFirst().failedConnections()).isGreaterThan(3);
        assertThat(two.view().peers().getFirst().health()).isEqualTo(NodeView.Health.UNHEALTHY);
    }

    @Test
    void aNodeWithMoreThanThreeFailedAddressesIsUnhealthyThoughItHasAPeer() {
        network.add(1, VirtualNetwork.quiet());
        VirtualNetwork.Host caller = network.add(
                2,
                VirtualNetwork.quiet(
                        Endpoint.loopback(1),
                        Endpoint.loopback(91),
                        Endpoint.loopback(92),
                        Endpoint.loopback(93),
                        Endpoint.loopback(94)));
        network.start();
        network.runFor(Duration.ofMillis(1_700));
        assertThat(caller.view().health()).isEqualTo(NodeView.Health.DEGRADED);
        network.runFor(Duration.ofMillis(500));
        assertThat(caller.view().peers()).hasSize(1);
        assertThat(caller.view().health()).isEqualTo(NodeView.Health.UNHEALTHY);
    }

    @Test
    void aNodeThatBlacklistsIsNotIllBecauseOfIt() {
        network.add(1, VirtualNetwork.quiet());
        VirtualNetwork.Host other = network.add(3, VirtualNetwork.quiet());
        VirtualNetwork.Host caller = network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1), Endpoint.loopback(3)));
        network.start();
        network.runFor(Duration.ofSeconds(2));
        caller.input(new Input.BlacklistPeer(other.core.id(), "by order", null));
        network.runFor(Duration.ofSeconds(10));
        assertThat(caller.view().health()).isEqualTo(NodeView.Health.HEALTHY);
    }
}

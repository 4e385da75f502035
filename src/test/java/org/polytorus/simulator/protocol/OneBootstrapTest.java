package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;

/** Fifty nodes that each know one address, and what becomes of them, in virtual time. */
final class OneBootstrapTest {
    private static final int NODES = 50;
    private static final int WISHED = 6;
    private static final DiscoverySettings DISCOVERY = new DiscoverySettings(true, Duration.ofSeconds(30), WISHED);

    private final VirtualNetwork network = new VirtualNetwork();
    private final List<VirtualNetwork.Host> hosts = new ArrayList<>();

    @Test
    void theyBecomeOneComponentAndEachHasItsPeersWithinTwoMinutes() {
        startAll(50);
        assertThat(allHaveTheirPeersWithin(Duration.ofMinutes(2))).isTrue();
        assertThat(largestComponent(hosts)).isEqualTo(NODES);
    }

    @Test
    void aBootstrapNodeThatIsSoonFullIntroducesTheRestAllTheSame() {
        startAll(10);
        assertThat(allHaveTheirPeersWithin(Duration.ofMinutes(2))).isTrue();
        assertThat(largestComponent(hosts)).isEqualTo(NODES);
        assertThat(hosts).allSatisfy(host -> assertThat(host.view().peers()).hasSizeLessThanOrEqualTo(10));
    }

    @Test
    void theDeathOfTheBootstrapNodeDoesThemNoHarm() {
        startAll(50);
        allHaveTheirPeersWithin(Duration.ofMinutes(2));
        hosts.removeFirst().input(new Input.Stop());
        network.runFor(Duration.ofMinutes(2));
        assertThat(allHaveTheirPeers()).isTrue();
        assertThat(largestComponent(hosts)).isEqualTo(NODES - 1);
        assertThat(hosts).allMatch(host -> host.view().health() == NodeView.Health.HEALTHY);
    }

    @Test
    void aNewcomerThatKnowsAnyOfThemNeedsNoBootstrapNode() {
        startAll(50);
        allHaveTheirPeersWithin(Duration.ofMinutes(2));
        hosts.removeFirst().input(new Input.Stop());
        network.runFor(Duration.ofMinutes(1));
        VirtualNetwork.Host newcomer = network.add(100, searching(50, Endpoint.loopback(30)));
        newcomer.input(new Input.Start(newcomer.endpoint));
        assertThat(network.runUntil(() -> newcomer.view().peers().size() >= WISHED, Duration.ofMinutes(2)))
                .isTrue();
        assertThat(newcomer.view().discovery().contacts()).isGreaterThan(WISHED);
    }

    @Test
    void aNodeWithPeersEnoughDialsNobody() {
        startAll(50);
        allHaveTheirPeersWithin(Duration.ofMinutes(2));
        network.runFor(Duration.ofSeconds(10));
        List<Integer> before =
                hosts.stream().map(host -> host.view().peers().size()).toList();
        network.runFor(Duration.ofMinutes(30));
        assertThat(hosts.stream().map(host -> host.view().peers().size())).isEqualTo(before);
        assertThat(hosts)
                .allSatisfy(
                        host -> assertThat(host.wires).hasSameSizeAs(host.view().peers()));
    }

    @Test
    void whoHasFoundItsPeersSaysSoOnce() {
        startAll(50);
        network.runFor(Duration.ofMinutes(5));
        assertThat(hosts)
                .allSatisfy(host -> assertThat(host.observed(Observation.WishFulfilled.class))
                        .hasSize(1));
    }

    @Test
    void theSameSeedMakesTheSameTestnet() {
        startAll(50);
        network.runFor(Duration.ofSeconds(90));
        OneBootstrapTest again = new OneBootstrapTest();
        again.startAll(50);
        again.network.runFor(Duration.ofSeconds(90));
        assertThat(again.network.log()).isEqualTo(network.log());
    }

    private void startAll(int maxPeers) {
        hosts.add(network.add(1, searching(maxPeers)));
        for (int port = 2; port <= NODES; port++) {
            hosts.add(network.add(port, searching(maxPeers, Endpoint.loopback(1))));
        }
        network.start();
    }

    private static NodeSettings searching(int maxPeers, Endpoint... bootstrap) {
        return VirtualNetwork.quiet(maxPeers, bootstrap)
                .but()
                .discovery(DISCOVERY)
                .build();
    }

    private boolean allHaveTheirPeers() {
        return hosts.stream().allMatch(host -> host.view().peers().size() >= WISHED);
    }

    private boolean allHaveTheirPeersWithin(Duration span) {
        for (long second = 0; second < span.toSeconds() && !allHaveTheirPeers(); second++) {
            network.runFor(Duration.ofSeconds(1));
        }
        return allHaveTheirPeers();
    }

    private static int largestComponent(List<VirtualNetwork.Host> hosts) {
        Map<PeerId, VirtualNetwork.Host> unseen = new HashMap<>();
        hosts.forEach(host -> unseen.put(host.core.id(), host));
        int largest = 0;
        while (!unseen.isEmpty()) {
            Set<PeerId> component = new LinkedHashSet<>();
            ArrayDeque<PeerId> open =
                    new ArrayDeque<>(List.of(unseen.keySet().iterator().next()));
            while (!open.isEmpty()) {
                VirtualNetwork.Host host = unseen.remove(open.remove());
                if (host != null && component.add(host.core.id())) {
                    host.view().peers().forEach(peer -> open.add(peer.id()));
                }
            }
            largest = Math.max(largest, component.size());
        }
        return largest;
    }
}

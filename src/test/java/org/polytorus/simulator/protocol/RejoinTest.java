package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;

/** What becomes of a network that was split and mended: peers, chains and transactions. */
final class RejoinTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final VirtualNetwork network = new VirtualNetwork();
    private final List<VirtualNetwork.Host> hosts = new ArrayList<>();

    /** Six nodes, each of which dials all before it, mine and trade. */
    private void sixBusyNodes() {
        for (int port = 1; port <= 6; port++) {
            List<Endpoint> others = hosts.stream().map(host -> host.endpoint).toList();
            NodeSettings settings = VirtualNetwork.quiet()
                    .but()
                    .bootstrapPeers(others)
                    .mining(true)
                    .blockTime(Duration.ofSeconds(30))
                    .transactionInterval(Duration.ofSeconds(20))
                    .build();
            hosts.add(network.add(port, settings));
        }
        network.start();
        network.runFor(Duration.ofMinutes(1));
    }

    private void silence() {
        hosts.forEach(host -> host.input(new Input.SetMining(false)));
        hosts.forEach(host -> host.input(new Input.SetTraffic(false)));
        network.runFor(Duration.ofMillis(100));
    }

    private long tips() {
        return hosts.stream().map(host -> host.view().tip()).distinct().count();
    }

    /** What waits and what stands in the chain, without the reward in each block and in the genesis block. */
    private static long tradedOnce(VirtualNetwork.Host host) {
        NodeView view = host.view();
        return view.chainTransactions() - (view.height() + 1) + view.mempoolSize();
    }

    @Test
    void afterFiveMinutesApartTheHeavierChainWinsEverywhereWithinTwoSeconds() {
        sixBusyNodes();
        List<VirtualNetwork.Host> small = hosts.subList(0, 2);
        List<VirtualNetwork.Host> large = hosts.subList(2, 6);
        network.split(small);
        network.runFor(FIVE_MINUTES);
        silence();
        int won = large.getFirst().view().height();
        assertThat(tips()).isEqualTo(2);
        assertThat(small.getFirst().view().height()).isPositive().isLessThan(won);

        network.heal(true);
        assertThat(network.runUntil(() -> tips() == 1, Duration.ofSeconds(2))).isTrue();
        assertThat(hosts).allSatisfy(host -> assertThat(host.view().height()).isEqualTo(won));
        assertThat(small)
                .allSatisfy(host ->
                        assertThat(host.observed(Observation.Reorganised.class)).isNotEmpty());
    }

    @Test
    void transactionsOfTheLosingBranchReturnAndAreMinedAgain() {
        sixBusyNodes();
        List<VirtualNetwork.Host> small = hosts.subList(0, 2);
        network.split(small);
        network.runFor(FIVE_MINUTES);
        silence();
        long created = hosts.stream()
                .mapToLong(host ->
                        host.observed(Observation.TransactionCreated.class).size())
                .sum();
        network.heal(true);
        network.runFor(Duration.ofSeconds(30));
        assertThat(tips()).isOne();
        assertThat(small)
                .allSatisfy(host -> assertThat(host.view().mempoolSize()).isPositive());
        for (int i = 0; i < 6; i++) {
            hosts.get(i).input(new Input.MineBlock());
            network.runFor(Duration.ofSeconds(5));
        }
        assertThat(hosts).allSatisfy(host -> {
            assertThat(host.view().mempoolSize()).isZero();
            assertThat(tradedOnce(host)).isEqualTo(created);
        });
    }

    @Test
    void bothSidesSuspectTheCutAndNobodyDoesAfterTheHealing() {
        sixBusyNodes();
        network.split(hosts.subList(0, 3));
        network.runFor(FIVE_MINUTES);
        assertThat(hosts).allSatisfy(host -> assertThat(host.view().suspicion()).isNotNull());
        network.heal(true);
        network.runFor(Duration.ofSeconds(10));
        assertThat(hosts).allSatisfy(host -> {
            assertThat(host.view().suspicion()).isNull();
            assertThat(host.view().peers()).hasSize(5);
        });
    }

    @Test
    void nodesThatAreNotToldOfTheHealingFindOutForThemselves() {
        sixBusyNodes();
        network.split(hosts.subList(0, 3));
        network.runFor(FIVE_MINUTES);
        silence();
        // The two sides may have come to the same height, and then nobody changes sides.
        hosts.getFirst().input(new Input.MineBlock());
        hosts.getFirst().input(new Input.MineBlock());
        network.heal(false);
        assertThat(network.runUntil(() -> tips() == 1, Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void aRingOfTwelveHasItsTwelveLinksAgainAndNoOther() {
        for (int port = 1; port <= 12; port++) {
            hosts.add(network.add(port, VirtualNetwork.quiet(Endpoint.loopback(port % 12 + 1))));
        }
        network.start();
        network.runFor(Duration.ofSeconds(20));
        network.split(hosts.subList(0, 6));
        network.isolate(hosts.get(3));
        network.runFor(FIVE_MINUTES);
        network.rejoin(hosts.get(3));
        network.heal(false);
        network.runFor(FIVE_MINUTES);
        IntStream.range(0, 12)
                .forEach(i -> assertThat(hosts.get(i).view().peers())
                        .extracting(NodeView.PeerView::id)
                        .containsExactlyInAnyOrder(
                                hosts.get((i + 1) % 12).core.id(),
                                hosts.get((i + 11) % 12).core.id()));
    }
}

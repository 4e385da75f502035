package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.NetworkStats;

/** How nodes of ours behave among themselves, in virtual time. */
final class NodeGossipTest {
    private final VirtualNetwork network = new VirtualNetwork();

    private List<VirtualNetwork.Host> triangle(NodeSettings template) {
        List<VirtualNetwork.Host> hosts = new ArrayList<>();
        hosts.add(network.add(1, template));
        hosts.add(network.add(2, with(template, Endpoint.loopback(1))));
        hosts.add(network.add(3, with(template, Endpoint.loopback(1), Endpoint.loopback(2))));
        network.start();
        network.runFor(Duration.ofSeconds(3));
        return hosts;
    }

    private static NodeSettings with(NodeSettings template, Endpoint... bootstrap) {
        return template.but().bootstrapPeers(List.of(bootstrap)).build();
    }

    private static NodeSettings busy() {
        return VirtualNetwork.quiet()
                .but()
                .mining(true)
                .transactionInterval(Duration.ofSeconds(2))
                .build();
    }

    private static void silence(List<VirtualNetwork.Host> hosts) {
        hosts.forEach(host -> host.input(new Input.SetMining(false)));
        hosts.forEach(host -> host.input(new Input.SetTraffic(false)));
    }

    @Test
    void threeNodesConnectInATriangle() {
        List<VirtualNetwork.Host> hosts = triangle(VirtualNetwork.quiet());
        assertThat(hosts).allSatisfy(host -> {
            assertThat(host.view().peers()).hasSize(2);
            assertThat(host.view().stats().activeConnections()).isEqualTo(2);
            assertThat(host.view().health()).isEqualTo(NodeView.Health.HEALTHY);
            assertThat(host.view().pending()).isEmpty();
            assertThat(host.view().failed()).isEmpty();
        });
    }

    @Test
    void aMinedBlockReachesEveryNodeAndIsSentOnceToEach() {
        List<VirtualNetwork.Host> hosts = triangle(VirtualNetwork.quiet());
        hosts.getFirst().input(new Input.MineBlock());
        network.runFor(Duration.ofSeconds(1));
        assertThat(hosts).allSatisfy(host -> assertThat(host.view().height()).isEqualTo(1));
        assertThat(hosts)
                .extracting(host -> host.view().tip())
                .containsOnly(hosts.getFirst().view().tip());
        assertThat(hosts.stream().mapToLong(host -> host.view().stats().blocksPropagated()))
                .containsExactly(2L, 0L, 0L);
    }

    @Test
    void aTransactionReachesEveryMempoolAndThenABlock() {
        List<VirtualNetwork.Host> hosts = triangle(VirtualNetwork.quiet());
        hosts.getLast().input(new Input.SendTransaction("alice", "bob", 25));
        network.runFor(Duration.ofSeconds(1));
        assertThat(hosts)
                .allSatisfy(host -> assertThat(host.view().mempoolSize()).isEqualTo(1));
        hosts.getFirst().input(new Input.MineBlock());
        network.runFor(Duration.ofSeconds(1));
        assertThat(hosts).allSatisfy(host -> {
            assertThat(host.view().mempoolSize()).isZero();
            assertThat(host.view().recentBlocks().getFirst().transactions()).isEqualTo(2);
        });
    }

    @Test
    void afterTwoBusyMinutesAllAgreeAndBothEndsOfEachLinkCountTheSame() {
        List<VirtualNetwork.Host> hosts = triangle(busy());
        network.runFor(Duration.ofMinutes(2));
        silence(hosts);
        network.runFor(Duration.ofSeconds(2));
        assertThat(hosts)
                .extracting(host -> host.view().tip())
                .containsOnly(hosts.getFirst().view().tip());
        assertThat(hosts.getFirst().view().height()).isGreaterThan(20);
        for (VirtualNetwork.Host host : hosts) {
            for (NodeView.PeerView peer : host.view().peers()) {
                NodeView.PeerView mirror = peerView(hosts, peer, host);
                assertThat(mirror.messagesReceived()).isEqualTo(peer.messagesSent());
                assertThat(mirror.bytesReceived()).isEqualTo(peer.bytesSent());
            }
        }
        NetworkStats sum =
                hosts.stream().map(host -> host.view().stats()).reduce(NetworkStats.ZERO, NetworkStats::plus);
        assertThat(sum.messagesReceived()).isEqualTo(sum.messagesSent());
        assertThat(sum.bytesReceived()).isEqualTo(sum.bytesSent());
    }

    private static NodeView.PeerView peerView(
            List<VirtualNetwork.Host> hosts, NodeView.PeerView peer, VirtualNetwork.Host host) {
        return hosts.stream()
                .filter(other -> other.core.id().equals(peer.id()))
                .flatMap(other -> other.view().peers().stream())
                .filter(mirror -> mirror.id().equals(host.core.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLateJoinerCatchesUpInRoundTripsForFiftyBlocksEach() {
        network.latency(Duration.ofMillis(100));
        VirtualNetwork.Host old = network.add(1, VirtualNetwork.quiet());
        old.input(new Input.Start(old.endpoint));
        for (int i = 0; i < 300; i++) {
            old.input(new Input.MineBlock());
        }
        assertThat(network.runUntil(() -> old.view().height() == 300, Duration.ofSeconds(5)))
                .isTrue();
        VirtualNetwork.Host joiner = network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));
        joiner.input(new Input.Start(joiner.endpoint));
        assertThat(network.runUntil(() -> joiner.view().height() == 300, Duration.ofSeconds(4)))
                .as(
                        "300 blocks in 4 s at a round trip of 200 ms; reached %s",
                        joiner.view().height())
                .isTrue();
        assertThat(joiner.sent(MessageKind.BLOCK_REQUEST))
                .as("nothing is requested twice")
                .isEqualTo(300);

        long announcedBefore = old.sent(MessageKind.BLOCK_ANNOUNCEMENT);
        for (int i = 0; i < 10; i++) {
            old.input(new Input.MineBlock());
            network.runFor(Duration.ofSeconds(1));
        }
        assertThat(joiner.view().height()).isEqualTo(310);
        assertThat(old.sent(MessageKind.BLOCK_ANNOUNCEMENT) - announcedBefore)
                .as("who has caught up is told once, as everybody else")
                .isEqualTo(10);
    }

    /** Two nodes tell a third of each block at once, which asks one of them: the other never hears that it has it. */
    @Test
    void peersThatHaveEverythingAreNotToldOfItAgainWithEachPing() {
        VirtualNetwork.Host miner = network.add(1, VirtualNetwork.quiet());
        network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));
        network.add(3, VirtualNetwork.quiet(Endpoint.loopback(1)));
        VirtualNetwork.Host last = network.add(4, VirtualNetwork.quiet(Endpoint.loopback(2), Endpoint.loopback(3)));
        network.start();
        network.runFor(Duration.ofSeconds(5));
        long announcedBefore = network.sent(MessageKind.BLOCK_ANNOUNCEMENT);
        long pingsBefore = network.sent(MessageKind.PING);
        for (int i = 0; i < 200; i++) {
            miner.input(new Input.MineBlock());
            network.runFor(Duration.ofSeconds(1));
        }
        assertThat(last.view().height()).isEqualTo(200);
        long pings = network.sent(MessageKind.PING) - pingsBefore;
        assertThat(pings).isBetween(80L, 100L);
        assertThat(network.sent(MessageKind.BLOCK_ANNOUNCEMENT) - announcedBefore)
                .as("one of each block on each link, and one of the tip with each ping")
                .isBetween(4 * 200L, 4 * 200 + pings);
    }

    @Test
    void whatWasLostForAWhileIsToldAgainAllAtOnce() {
        VirtualNetwork.Host miner = network.add(1, VirtualNetwork.quiet());
        VirtualNetwork.Host listener = minesUnheard(miner, Duration.ofSeconds(45));
        assertThat(network.runUntil(() -> listener.view().height() == 300, Duration.ofSeconds(25)))
                .as("a ping later, and not a block each round trip")
                .isTrue();
    }

    @Test
    void whatWasLostIsToldAgainAtOnceWhenTheNetworkIsMended() {
        VirtualNetwork.Host miner = network.add(1, VirtualNetwork.quiet());
        VirtualNetwork.Host listener = minesUnheard(miner, Duration.ofSeconds(3));
        miner.input(new Input.NetworkChanged());
        assertThat(network.runUntil(() -> listener.view().height() == 300, Duration.ofSeconds(4)))
                .as("in a few round trips of 200 ms")
                .isTrue();
    }

    /** Mines 300 blocks while nothing gets through; returns a peer that lacks them all. */
    private VirtualNetwork.Host minesUnheard(VirtualNetwork.Host miner, Duration meanwhile) {
        network.latency(Duration.ofMillis(100));
        VirtualNetwork.Host listener = network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));
        network.start();
        network.runFor(Duration.ofSeconds(3));
        network.loss(1);
        for (int i = 0; i < 300; i++) {
            miner.input(new Input.MineBlock());
        }
        network.runFor(meanwhile);
        assertThat(miner.view().height()).isEqualTo(300);
        assertThat(listener.view().height()).isZero();
        network.loss(0);
        return listener;
    }

    @Test
    void afterAPartitionTheLongerChainWinsAndTransactionsOfTheShorterReturn() {
        List<VirtualNetwork.Host> hosts = triangle(VirtualNetwork.quiet());
        VirtualNetwork.Host lonely = hosts.getFirst();
        network.isolate(lonely);
        network.runFor(Duration.ofSeconds(1));
        assertThat(lonely.view().peers()).isEmpty();
        lonely.input(new Input.SendTransaction("alice", "bob", 5));
        lonely.input(new Input.MineBlock());
        network.runFor(Duration.ofSeconds(1));
        for (int i = 0; i < 3; i++) {
            hosts.getLast().input(new Input.MineBlock());
            network.runFor(Duration.ofSeconds(1));
        }
        assertThat(lonely.view().height()).isEqualTo(1);
        assertThat(hosts.getLast().view().height()).isEqualTo(3);

        network.runFor(Duration.ofMinutes(5));
        network.rejoin(lonely);
        assertThat(network.runUntil(() -> lonely.view().height() == 3, Duration.ofSeconds(10)))
                .as("one tip within 10 s of the healing")
                .isTrue();
        assertThat(lonely.view().tip()).isEqualTo(hosts.getLast().view().tip());
        assertThat(lonely.view().mempoolSize()).isEqualTo(1);
        assertThat(lonely.observed(Observation.Reorganised.class))
                .singleElement()
                .satisfies(reorganised -> {
                    assertThat(reorganised.removed()).isEqualTo(1);
                    assertThat(reorganised.added()).isEqualTo(3);
                });
    }

    @Test
    void whatALossyLinkLosesIsMadeUpFor() {
        network.loss(0.2);
        List<VirtualNetwork.Host> hosts = triangle(VirtualNetwork.quiet());
        network.runFor(Duration.ofMinutes(1));
        for (int i = 0; i < 20; i++) {
            hosts.get(i % 3).input(new Input.MineBlock());
            network.runFor(Duration.ofSeconds(40));
        }
        network.loss(0);
        network.runFor(Duration.ofMinutes(1));
        assertThat(hosts).allSatisfy(host -> {
            assertThat(host.view().height()).isEqualTo(hosts.getFirst().view().height());
            assertThat(host.view().orphanBlocks()).isZero();
        });
        hosts.getFirst().input(new Input.MineBlock());
        network.runFor(Duration.ofSeconds(1));
        assertThat(hosts)
                .extracting(host -> host.view().tip())
                .containsOnly(hosts.getFirst().view().tip());
    }

    @Test
    void theSameSeedsGiveTheSameMessagesAtTheSameTimes() {
        List<String> first = runLogged();
        assertThat(runLogged()).isEqualTo(first).hasSizeGreaterThan(200);
    }

    private static List<String> runLogged() {
        VirtualNetwork own = new VirtualNetwork();
        own.add(1, busy());
        own.add(2, with(busy(), Endpoint.loopback(1)));
        own.add(3, with(busy(), Endpoint.loopback(1), Endpoint.loopback(2)));
        own.start();
        own.runFor(Duration.ofMinutes(1));
        return own.log();
    }

    @Test
    void aFloodSendsExactlyWhatWasAskedFor() {
        List<VirtualNetwork.Host> hosts = triangle(VirtualNetwork.quiet());
        long before = hosts.getFirst().view().stats().messagesSent();
        hosts.getFirst()
                .input(new Input.StartFlood(
                        FloodKind.STATUS_UPDATE, 1_000, 1, hosts.get(1).core.id(), Duration.ofSeconds(10)));
        network.runFor(Duration.ofSeconds(11));
        assertThat(hosts.getFirst().observed(Observation.FloodEnded.class))
                .containsExactly(new Observation.FloodEnded(10_000, 0));
        assertThat(hosts.getFirst().view().stats().messagesSent() - before).isBetween(10_000L, 10_010L);
    }

    @Test
    void aFloodTowardsACongestedPeerIsHeldBackAndCounted() {
        List<VirtualNetwork.Host> hosts = triangle(VirtualNetwork.quiet());
        network.congest(hosts.getFirst(), true);
        hosts.getFirst().input(new Input.StartFlood(FloodKind.PING, 100, 1, null, Duration.ofSeconds(2)));
        network.runFor(Duration.ofSeconds(3));
        assertThat(hosts.getFirst().observed(Observation.FloodEnded.class))
                .containsExactly(new Observation.FloodEnded(0, 200));
    }
}

package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.Suspicion;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** When a node thinks that it is cut off, why, and when it does not. */
final class PartitionWatchTest {
    private final VirtualNetwork network = new VirtualNetwork();

    /** The first dials nobody, each of the others all before it. */
    private List<VirtualNetwork.Host> mesh(int count, NodeSettings template) {
        List<VirtualNetwork.Host> hosts = new ArrayList<>();
        for (int port = 1; port <= count; port++) {
            List<Endpoint> others = hosts.stream().map(host -> host.endpoint).toList();
            hosts.add(network.add(port, template.but().bootstrapPeers(others).build()));
        }
        network.start();
        network.runFor(Duration.ofSeconds(10));
        assertThat(hosts).allSatisfy(host -> assertThat(host.view().peers()).hasSize(count - 1));
        return hosts;
    }

    private static NodeSettings miners() {
        return VirtualNetwork.quiet()
                .but()
                .mining(true)
                .blockTime(Duration.ofSeconds(10))
                .build();
    }

    private static @Nullable Suspicion suspicion(VirtualNetwork.Host host) {
        return host.view().suspicion();
    }

    private static List<String> evidence(VirtualNetwork.Host host) {
        Suspicion suspicion = suspicion(host);
        return suspicion == null ? List.of() : suspicion.evidence();
    }

    @Test
    void whoLosesItsPeersTogetherSuspectsACutUntilTheyAreBack() {
        List<VirtualNetwork.Host> hosts = mesh(4, VirtualNetwork.quiet());
        VirtualNetwork.Host lonely = hosts.getFirst();
        network.isolate(lonely);
        network.runFor(Duration.ofSeconds(4));
        assertThat(evidence(lonely)).containsExactly("3 of 3 peers were lost within 5 s and have not come back");
        assertThat(lonely.observed(Observation.PartitionSuspected.class))
                .singleElement()
                .satisfies(seen -> assertThat(seen.suspicion()).isEqualTo(suspicion(lonely)));

        network.rejoin(lonely);
        network.runFor(Duration.ofSeconds(3));
        assertThat(suspicion(lonely)).isNull();
        assertThat(lonely.observed(Observation.SuspicionEnded.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.lastedNanos())
                        .isBetween(TimeUnit.SECONDS.toNanos(1), TimeUnit.SECONDS.toNanos(6)));
    }

    @Test
    void onePeerAmongSeveralThatStopsRaisesNoSuspicionAnywhere() {
        List<VirtualNetwork.Host> hosts = mesh(3, miners());
        network.runFor(Duration.ofMinutes(3));
        hosts.getFirst().input(new Input.Stop());
        network.runFor(Duration.ofMinutes(5));
        assertThat(hosts).allSatisfy(host -> {
            assertThat(suspicion(host)).isNull();
            assertThat(host.observed(Observation.PartitionSuspected.class)).isEmpty();
        });
    }

    @Test
    void twoOfFivePeersThatAreLostAreLessThanHalf() {
        List<VirtualNetwork.Host> hosts = mesh(6, VirtualNetwork.quiet());
        network.split(hosts.subList(4, 6));
        network.runFor(Duration.ofSeconds(10));
        assertThat(suspicion(hosts.getFirst())).isNull();
        assertThat(evidence(hosts.getLast())).first().asString().startsWith("4 of 5 peers were lost");
    }

    @Test
    void peersThatAreLostOneByOneAreNotLostTogether() {
        List<VirtualNetwork.Host> hosts = mesh(4, VirtualNetwork.quiet());
        for (VirtualNetwork.Host other : hosts.subList(1, 4)) {
            other.input(new Input.Stop());
            network.runFor(Duration.ofSeconds(6));
        }
        assertThat(hosts.getFirst().view().peers()).isEmpty();
        assertThat(suspicion(hosts.getFirst())).isNull();
    }

    @Test
    void peersThatThisNodeSentAwayAreNotLost() {
        List<VirtualNetwork.Host> hosts = mesh(3, VirtualNetwork.quiet());
        for (VirtualNetwork.Host other : hosts.subList(1, 3)) {
            hosts.getFirst().input(new Input.BlacklistPeer(other.core.id(), "enough", null));
        }
        network.runFor(Duration.ofSeconds(10));
        assertThat(hosts.getFirst().view().peers()).isEmpty();
        assertThat(suspicion(hosts.getFirst())).isNull();
    }

    @Test
    void newPeersInThePlaceOfThoseLostEndTheSuspicion() {
        Script script = new Script(VirtualNetwork.quiet());
        register(script, 1);
        register(script, 2);
        script.give(new Input.Closed(new ConnectionId(1), "reset"))
                .give(new Input.Closed(new ConnectionId(2), "reset"));
        script.pass(Duration.ofSeconds(5));
        assertThat(script.view().suspicion()).isNotNull();
        register(script, 3);
        register(script, 4);
        script.pass(Duration.ofSeconds(2));
        assertThat(script.view().suspicion()).isNull();
    }

    @Test
    void oneOfFourThatStaysAwayIsNoSignAnyMore() {
        Script script = new Script(VirtualNetwork.quiet());
        for (int number = 1; number <= 4; number++) {
            register(script, number);
        }
        for (int number = 1; number <= 4; number++) {
            script.give(new Input.Closed(new ConnectionId(number), "reset"));
        }
        script.pass(Duration.ofSeconds(5));
        assertThat(script.view().suspicion()).isNotNull();
        for (int number = 1; number <= 3; number++) {
            register(script, number);
        }
        script.pass(Duration.ofSeconds(2));
        assertThat(script.view().suspicion()).isNull();
    }

    private static void register(Script script, long number) {
        ConnectionId connection = new ConnectionId(number);
        script.give(new Input.Accepted(connection, Endpoint.loopback((int) (5_000 + number))));
        script.give(new Input.Received(
                connection,
                MessageCodec.encodePayload(new Message.Handshake(new PeerId(8, number), 1, 0, 0, NodeType.OURS))));
    }

    @Test
    void addressesThatHaveWorkedAndDoNotAnswerAreASignOfTheirOwn() {
        List<VirtualNetwork.Host> hosts = mesh(5, VirtualNetwork.quiet());
        VirtualNetwork.Host caller = hosts.get(3);
        network.isolate(hosts.get(0));
        network.runFor(Duration.ofSeconds(10));
        assertThat(suspicion(caller)).isNull();
        network.isolate(hosts.get(1));
        network.runFor(Duration.ofSeconds(10));
        assertThat(evidence(caller)).containsExactly("2 of 3 addresses that have worked before do not answer");
        network.rejoin(hosts.get(1));
        network.runFor(Duration.ofSeconds(3));
        assertThat(suspicion(caller)).isNull();
    }

    @Test
    void aMinerToWhomTheOthersBringNoBlockAnyMoreSuspectsACut() {
        List<VirtualNetwork.Host> hosts = mesh(3, miners());
        VirtualNetwork.Host miner = hosts.getFirst();
        network.runFor(Duration.ofMinutes(3));
        assertThat(suspicion(miner)).isNull();
        hosts.subList(1, 3).forEach(other -> other.input(new Input.SetMining(false)));
        network.runFor(Duration.ofSeconds(40));
        assertThat(suspicion(miner)).isNull();
        network.runFor(Duration.ofSeconds(40));
        assertThat(evidence(miner))
                .singleElement()
                .asString()
                .matches(
                        "no block of others has come for more than [567]\\d s, though one came every [567]\\.\\d s before");
        hosts.getLast().input(new Input.MineBlock());
        network.runFor(Duration.ofSeconds(2));
        assertThat(suspicion(miner)).isNull();
    }

    @Test
    void whereNobodyMinesAnyMoreNobodyIsSuspicious() {
        List<VirtualNetwork.Host> hosts = mesh(3, miners());
        network.runFor(Duration.ofMinutes(3));
        hosts.forEach(host -> host.input(new Input.SetMining(false)));
        network.runFor(Duration.ofMinutes(20));
        hosts.forEach(host -> host.input(new Input.SetMining(true)));
        network.runFor(Duration.ofMinutes(10));
        assertThat(hosts)
                .allSatisfy(host -> assertThat(host.observed(Observation.PartitionSuspected.class))
                        .isEmpty());
    }

    @Test
    void halfAnHourOfQuietMiningRaisesNoFalseAlarm() {
        List<VirtualNetwork.Host> hosts = mesh(4, miners());
        network.runFor(Duration.ofMinutes(30));
        assertThat(hosts.getFirst().view().height()).isGreaterThan(400);
        assertThat(hosts)
                .allSatisfy(host -> assertThat(host.observed(Observation.PartitionSuspected.class))
                        .isEmpty());
    }

    @Test
    void aNodeThatNeverHadAPeerIsAloneAndNotSuspicious() {
        VirtualNetwork.Host hermit = network.add(
                1,
                miners().but()
                        .bootstrapPeers(List.of(Endpoint.loopback(2), Endpoint.loopback(3)))
                        .build());
        network.start();
        network.runFor(Duration.ofMinutes(30));
        assertThat(hermit.view().height()).isPositive();
        assertThat(suspicion(hermit)).isNull();
    }

    @Test
    void aSuspicionNamesEverySignAndIsToldOnceForEach() {
        List<VirtualNetwork.Host> hosts = mesh(4, miners());
        VirtualNetwork.Host lonely = hosts.getLast();
        network.runFor(Duration.ofMinutes(3));
        network.isolate(lonely);
        network.runFor(Duration.ofMinutes(3));
        assertThat(evidence(lonely))
                .hasSize(3)
                .anySatisfy(text -> assertThat(text).startsWith("3 of 3 peers were lost"))
                .anySatisfy(text -> assertThat(text).startsWith("no block of others"))
                .anySatisfy(text -> assertThat(text).startsWith("3 of 3 addresses"));
        assertThat(lonely.observed(Observation.PartitionSuspected.class)).hasSizeBetween(2, 3);
    }

    @Test
    void aStoppedNodeSuspectsNothing() {
        List<VirtualNetwork.Host> hosts = mesh(3, VirtualNetwork.quiet());
        network.isolate(hosts.getFirst());
        network.runFor(Duration.ofSeconds(5));
        assertThat(suspicion(hosts.getFirst())).isNotNull();
        hosts.getFirst().input(new Input.Stop());
        network.runFor(Duration.ofSeconds(5));
        assertThat(suspicion(hosts.getFirst())).isNull();
        assertThat(hosts.getFirst().observed(Observation.SuspicionEnded.class)).isEmpty();
    }
}

package org.polytorus.simulator.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.GuestSpec;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.Topology;

class SimulationTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final LinkId LINK = LinkId.of(ONE, TWO);

    private final MessageLog log = new MessageLog();

    private Simulation simulation(Topology topology, int nodes, int degree, long seed) {
        return new Simulation(GeneratedTestnet.of("test", topology, nodes, degree, seed), log, false);
    }

    private static void pass(Simulation simulation, Duration time) {
        simulation.runUntil(simulation.nowNanos() + time.toNanos());
    }

    private static LinkSnapshot.State state(Simulation simulation) {
        return simulation.snapshot().links().stream()
                .filter(link -> link.id().equals(LINK))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private List<String> logOf(long seed) {
        log.clear();
        pass(simulation(Topology.RANDOM_REGULAR, 10, 4, seed), Duration.ofMinutes(1));
        return log.lines();
    }

    @Test
    void threeNodesMineAndAgree() {
        Simulation simulation = simulation(Topology.RING, 3, 0, 1);
        pass(simulation, Duration.ofMinutes(5));
        simulation.submit(new TestnetCommand.SetMining(false));
        simulation.submit(new TestnetCommand.SetTraffic(false));
        pass(simulation, Duration.ofSeconds(5));
        TestnetSnapshot end = simulation.snapshot();
        assertThat(end.tips()).isEqualTo(1);
        assertThat(end.nodes().getFirst().height()).isBetween(100, 200);
        assertThat(end.nodes()).allSatisfy(node -> assertThat(node.peers()).hasSize(2));
        assertThat(end.totals().messagesSent()).isEqualTo(end.totals().messagesReceived());
        assertThat(end.totals().bytesSent()).isEqualTo(end.totals().bytesReceived());
    }

    @Test
    void theSameSeedGivesTheSameRunAndAnotherSeedAnother() {
        List<String> first = logOf(5);
        assertThat(logOf(5)).isEqualTo(first).hasSizeGreaterThan(1_000);
        assertThat(logOf(6)).isNotEqualTo(first);
    }

    @Test
    void lookingChangesNothing() {
        List<String> unseen = logOf(5);
        log.clear();
        Simulation watched = simulation(Topology.RANDOM_REGULAR, 10, 4, 5);
        for (int i = 0; i < 600; i++) {
            pass(watched, Duration.ofMillis(100));
            watched.snapshot();
        }
        assertThat(log.lines()).isEqualTo(unseen);
    }

    @Test
    void thousandNodesLiveThroughAMinuteAndAgree() {
        Simulation simulation = new Simulation(
                GeneratedTestnet.of("large", Topology.RANDOM_REGULAR, 1_000, 8, 3), Recorder.NONE, false);
        pass(simulation, Duration.ofMinutes(1));
        simulation.submit(new TestnetCommand.SetMining(false));
        pass(simulation, Duration.ofSeconds(5));
        TestnetSnapshot end = simulation.snapshot();
        assertThat(end.components()).hasSize(1);
        assertThat(end.nodes().getFirst().height()).isGreaterThan(10);
        assertThat(end.nodes().stream().mapToInt(NodeSnapshot::height).min().orElse(0))
                .isGreaterThanOrEqualTo(end.nodes().getFirst().height() - 1);
    }

    @Test
    void whatANodeDoesEverySecondItDoesAtOnce() {
        TestnetSpec quiet = GeneratedTestnet.of("quiet", Topology.RING, 3, 0, 1);
        List<NodeSpec> nodes = quiet.nodes().stream()
                .map(node -> node.but()
                        .pingInterval(Duration.ofHours(1))
                        .mining(false)
                        .transactionInterval(null)
                        .build())
                .toList();
        Simulation simulation = new Simulation(new TestnetSpec("quiet", 1, nodes, quiet.links()), log, false);
        pass(simulation, Duration.ofMinutes(1));
        long before = simulation.happened();
        pass(simulation, Duration.ofSeconds(10));
        // Once a second each, and now and then for what is rarer.
        assertThat(simulation.happened() - before).isBetween(3 * 10L, 3 * 12L);
    }

    @Test
    void dialIntoABlackHoleHangsUntilItsTimeIsOverOrTheHoleIsGone() {
        Simulation simulation = simulation(Topology.LINE, 2, 0, 1);
        simulation.submit(
                new TestnetCommand.SetConditions(LINK, Direction.A_TO_B, LinkConditions.NONE.withBlackHole(true)));
        pass(simulation, Duration.ofSeconds(9));
        assertThat(simulation.snapshot().nodes().get(1).pending()).hasSize(1);
        pass(simulation, Duration.ofSeconds(2));
        assertThat(log.lines())
                .anyMatch(line -> line.contains("could not connect to node1") && line.contains("timed out"));
        simulation.submit(new TestnetCommand.SetConditions(LINK, Direction.A_TO_B, LinkConditions.NONE));
        pass(simulation, Duration.ofSeconds(1));
        assertThat(state(simulation)).isEqualTo(LinkSnapshot.State.CONNECTED);
    }

    @Test
    void healingIsMeasuredFromTheMendingToOneTip() {
        Simulation simulation = simulation(Topology.LINE, 2, 0, 1);
        pass(simulation, Duration.ofSeconds(20));
        simulation.submit(new TestnetCommand.DropLink(LINK));
        pass(simulation, Duration.ofSeconds(30));
        assertThat(simulation.snapshot().tips()).isEqualTo(2);
        simulation.submit(new TestnetCommand.RestoreLink(LINK));
        pass(simulation, Duration.ofSeconds(10));
        assertThat(log.lines())
                .anyMatch(line -> line.contains("The network is cut into 2 groups"))
                .anyMatch(line -> line.contains("One tip"));
    }

    @Test
    void programsThatAreNotOursAreRefused() {
        Simulation simulation = simulation(Topology.LINE, 2, 0, 1);
        GuestSpec guest = new GuestSpec(new NodeName("rusty"), Endpoint.loopback(8333), List.of(ONE));
        assertThat(simulation.submit(new TestnetCommand.AttachGuest(guest)).message())
                .contains("real time");
    }

    @Test
    void nodesThatMayListenAnywhereGetPortsThatNobodyAskedFor() {
        TestnetSpec two = GeneratedTestnet.of("two", Topology.LINE, 2, 0, 1);
        TestnetSpec mixed = new TestnetSpec(
                "mixed",
                1,
                List.of(
                        two.nodes().getFirst(),
                        two.nodes()
                                .get(1)
                                .but()
                                .listen(Endpoint.loopback(20_000))
                                .build()),
                two.links());
        Simulation simulation = new Simulation(mixed, Recorder.NONE, false);
        pass(simulation, Duration.ofSeconds(5));
        assertThat(simulation.snapshot().nodes())
                .extracting(NodeSnapshot::address)
                .containsExactly(Endpoint.loopback(20_001), Endpoint.loopback(20_000));
        assertThat(state(simulation)).isEqualTo(LinkSnapshot.State.CONNECTED);
    }
}

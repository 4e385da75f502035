package org.polytorus.simulator.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.testnet.PropagationSnapshot.Copies;
import org.polytorus.simulator.testnet.PropagationSnapshot.Journey;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.Topology;

/** What nodes in virtual time tell of the copies that they are brought. */
class SimulatedPropagationTest {
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final Duration HOP = Duration.ofMillis(100);

    private static Simulation quiet(Topology topology, int nodes, boolean followed) {
        TestnetSpec spec = GeneratedTestnet.of("test", topology, nodes, 0, 4);
        Simulation simulation = new Simulation(spec, Recorder.NONE, false, followed);
        simulation.submit(new TestnetCommand.SetMining(false));
        simulation.submit(new TestnetCommand.SetTraffic(false));
        pass(simulation, SETTLING);
        return simulation;
    }

    private static void pass(Simulation simulation, Duration time) {
        simulation.runUntil(simulation.nowNanos() + time.toNanos());
    }

    private static NodeName node(int number) {
        return new NodeName("node" + number);
    }

    private static void delay(Simulation simulation, int a, int b) {
        for (Direction direction : Direction.values()) {
            simulation.submit(new TestnetCommand.SetConditions(
                    LinkId.of(node(a), node(b)), direction, LinkConditions.ofLatency(HOP)));
        }
    }

    /** Announced, asked for, brought: three times the latency for each hop. */
    private static void cameDownTheLine(Journey journey) {
        assertThat(journey.deliveries())
                .extracting(Arrival::node, Arrival::from)
                .containsExactly(tuple(node(2), node(1)), tuple(node(3), node(2)));
        assertThat(journey.deliveries().getFirst().nanos()).isBetween(3 * HOP.toNanos(), 3 * HOP.toNanos() + 1_000_000);
        assertThat(journey.deliveries().getLast().nanos()).isBetween(6 * HOP.toNanos(), 6 * HOP.toNanos() + 2_000_000);
        assertThat(journey.copies().data()).isEqualTo(2);
        assertThat(journey.copies().redundantData()).isZero();
    }

    @Test
    void aBlockAndATransactionAreFollowedDownALine() {
        Simulation simulation = quiet(Topology.LINE, 3, true);
        delay(simulation, 1, 2);
        delay(simulation, 2, 3);
        simulation.submit(new TestnetCommand.SendTransaction(node(1), "alice", "bob", 5));
        pass(simulation, Duration.ofSeconds(2));
        simulation.submit(new TestnetCommand.MineBlock(node(1)));
        pass(simulation, Duration.ofSeconds(2));
        PropagationSnapshot seen = simulation.snapshot().propagation();
        assertThat(seen.transactions())
                .singleElement()
                .satisfies(transaction -> cameDownTheLine(transaction.journey()));
        assertThat(seen.blocks()).singleElement().satisfies(block -> cameDownTheLine(block.journey()));
    }

    @Test
    void whereEverybodyKnowsEverybodyAnnouncementsAreRedundantAndDataIsNot() {
        Simulation simulation = quiet(Topology.FULL_MESH, 5, true);
        simulation.submit(new TestnetCommand.MineBlock(node(1)));
        pass(simulation, Duration.ofSeconds(2));
        Copies copies = simulation.snapshot().propagation().blockTravel().copies();
        assertThat(copies.data()).isEqualTo(4);
        assertThat(copies.redundantData()).isZero();
        assertThat(copies.announcements()).isGreaterThan(4);
    }

    @Test
    void whoDoesNotFollowCopiesSeesTipsAlone() {
        Simulation simulation = quiet(Topology.LINE, 3, false);
        simulation.submit(new TestnetCommand.MineBlock(node(1)));
        pass(simulation, Duration.ofSeconds(2));
        PropagationSnapshot seen = simulation.snapshot().propagation();
        assertThat(seen.arrivals()).isEqualTo(2);
        assertThat(seen.blockTravel()).isEqualTo(PropagationSnapshot.Travel.NONE);
    }

    @Test
    void followingCopiesChangesNoMessage() {
        assertThat(messages(true)).isEqualTo(messages(false)).hasSizeGreaterThan(500);
    }

    private static List<String> messages(boolean followed) {
        MessageLog log = new MessageLog();
        pass(
                new Simulation(GeneratedTestnet.of("test", Topology.RING, 6, 0, 9), log, false, followed),
                Duration.ofSeconds(30));
        return log.lines();
    }
}

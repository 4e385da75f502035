package org.polytorus.simulator.sim;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.GeneratedTestnet;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot;
import org.polytorus.simulator.testnet.PropagationSnapshot.Arrival;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;
import org.polytorus.simulator.testnet.Topology;

/** Nodes that take their time to check a block, before they follow it and pass it on. */
class BlockChecksTest {
    private static final Duration CHECK = Duration.ofMillis(300);
    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final NodeName MINER = new NodeName("node1");
    private static final NodeName SECOND = new NodeName("node2");

    private static Simulation quiet(Topology topology, int nodes, Machine machine) {
        TestnetSpec spec = GeneratedTestnet.of("test", topology, nodes, 0, 4);
        TestnetSpec slow = new TestnetSpec(
                spec.name(),
                spec.seed(),
                spec.nodes().stream()
                        .map(node -> node.but()
                                .mining(false)
                                .transactionInterval(null)
                                .machine(machine)
                                .build())
                        .toList(),
                spec.links());
        Simulation simulation = new Simulation(slow, Recorder.NONE, false);
        pass(simulation, SETTLING);
        return simulation;
    }

    private static Machine checking(Duration perBlock, Duration perMegabyte) {
        return new Machine(null, null, perBlock, perMegabyte);
    }

    private static void pass(Simulation simulation, Duration time) {
        simulation.runUntil(simulation.nowNanos() + time.toNanos());
    }

    private static void mine(Simulation simulation) {
        simulation.submit(new TestnetCommand.MineBlock(MINER));
    }

    /** After how many milliseconds each node followed the latest block. */
    private static SortedMap<NodeName, Long> millis(Simulation simulation) {
        SortedMap<NodeName, Long> millis = new TreeMap<>();
        for (Arrival arrival :
                simulation.snapshot().propagation().blocks().getLast().arrivals()) {
            millis.put(arrival.node(), Math.round(arrival.nanos() / 1e6));
        }
        return millis;
    }

    private static int height(Simulation simulation, NodeName node) {
        return simulation.snapshot().nodes().stream()
                .filter(each -> each.name().equals(node))
                .mapToInt(NodeSnapshot::height)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachHopTakesTheTimeOfACheckLonger() {
        Simulation simulation = quiet(Topology.LINE, 4, checking(CHECK, Duration.ZERO));
        mine(simulation);
        pass(simulation, Duration.ofSeconds(2));
        assertThat(millis(simulation).values()).containsExactly(300L, 600L, 900L);
    }

    @Test
    void aHeavierBlockTakesLonger() {
        Simulation simulation = quiet(Topology.LINE, 2, checking(Duration.ZERO, Duration.ofSeconds(1_000)));
        mine(simulation);
        pass(simulation, Duration.ofSeconds(10));
        long empty = requireNonNull(millis(simulation).get(SECOND));
        for (int i = 0; i < 10; i++) {
            simulation.submit(new TestnetCommand.SendTransaction(MINER, "alice", "bob", i + 1));
        }
        mine(simulation);
        pass(simulation, Duration.ofSeconds(10));
        assertThat(requireNonNull(millis(simulation).get(SECOND))).isGreaterThan(2 * empty);
    }

    @Test
    void aBlockThatIsBeingCheckedIsNotAskedForAgain() {
        Simulation simulation = quiet(Topology.FULL_MESH, 6, checking(CHECK, Duration.ZERO));
        mine(simulation);
        pass(simulation, Duration.ofSeconds(2));
        PropagationSnapshot seen = simulation.snapshot().propagation();
        assertThat(seen.arrivals()).isEqualTo(5);
        assertThat(seen.blockTravel().copies().redundantData()).isZero();
    }

    /** The third gets the block late, and hears of it from the second while it checks it. */
    @Test
    void aBlockThatIsBeingCheckedIsKnownWhenAnotherAnnouncesIt() {
        Simulation simulation = quiet(Topology.FULL_MESH, 3, checking(CHECK, Duration.ZERO));
        LinkId far = LinkId.of(MINER, new NodeName("node3"));
        for (Direction direction : Direction.values()) {
            simulation.submit(
                    new TestnetCommand.SetConditions(far, direction, LinkConditions.ofLatency(Duration.ofMillis(60))));
        }
        mine(simulation);
        pass(simulation, Duration.ofSeconds(2));
        assertThat(millis(simulation).values()).containsExactly(300L, 480L);
        PropagationSnapshot seen = simulation.snapshot().propagation();
        assertThat(seen.blockTravel().copies().data()).isEqualTo(2);
        assertThat(seen.blockTravel().copies().redundantData()).isZero();
    }

    @Test
    void blocksAreCheckedOneAfterTheOther() {
        Simulation simulation = quiet(Topology.LINE, 2, checking(CHECK, Duration.ZERO));
        mine(simulation);
        mine(simulation);
        mine(simulation);
        pass(simulation, Duration.ofMillis(750));
        assertThat(height(simulation, MINER)).isEqualTo(3);
        assertThat(height(simulation, SECOND)).isEqualTo(2);
        pass(simulation, CHECK);
        assertThat(height(simulation, SECOND)).isEqualTo(3);
    }

    @Test
    void whatANodeWasCheckingWhenItStoppedItGetsAgain() {
        Simulation simulation = quiet(Topology.LINE, 2, checking(CHECK, Duration.ZERO));
        mine(simulation);
        pass(simulation, CHECK.dividedBy(2));
        simulation.submit(new TestnetCommand.StopNode(SECOND));
        pass(simulation, CHECK);
        assertThat(height(simulation, SECOND)).isZero();
        simulation.submit(new TestnetCommand.StartNode(SECOND));
        pass(simulation, Duration.ofMillis(1));
        assertThat(height(simulation, SECOND)).as("before it has a peer again").isZero();
        pass(simulation, SETTLING);
        assertThat(height(simulation, SECOND)).isEqualTo(1);
    }
}

package org.polytorus.simulator.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.LinkPolicy;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

/** A node in virtual time that wants to send much more than can leave: it is told to wait before anything is lost. */
class HeldBackTest {
    private static final Bandwidth MEGABIT = new Bandwidth(1_000_000);
    private static final int MESSAGE_BYTES = 125_000;
    private static final int A_SECOND = 200;
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final LinkId LINK = LinkId.of(ONE, TWO);

    private static Simulation two(Machine first) {
        NodeSpec one = QuietNodes.named("node1").but().machine(first).build();
        Simulation simulation = new Simulation(
                new TestnetSpec("two", 1, List.of(one, QuietNodes.named("node2")), List.of(LinkSpec.clean(ONE, TWO))),
                Recorder.NONE,
                false);
        pass(simulation, Duration.ofSeconds(5));
        return simulation;
    }

    private static void pass(Simulation simulation, Duration time) {
        simulation.runUntil(simulation.nowNanos() + time.toNanos());
    }

    private static void floodIsHeldBack(Simulation simulation) {
        simulation.submit(new TestnetCommand.StartFlood(
                ONE, new FloodSpec(FloodSpec.Kind.TRANSACTION, A_SECOND, MESSAGE_BYTES, TWO, Duration.ofSeconds(2))));
        pass(simulation, Duration.ofSeconds(3));
        DirectionSnapshot there = simulation.snapshot().links().getFirst().side(LINK.from(ONE));
        assertThat(there.fidelity().overflowed()).isZero();
        assertThat(there.discarded()).isZero();
        assertThat(there.fidelity().queuedBytes())
                .isBetween(LinkPolicy.CONGESTED_BYTES - 4 * MESSAGE_BYTES, LinkPolicy.CONGESTED_BYTES + MESSAGE_BYTES);
    }

    @Test
    void aFloodThatIsFasterThanTheLineOfItsNodeIsHeldBack() {
        floodIsHeldBack(two(new Machine(MEGABIT, null, Duration.ZERO, Duration.ZERO)));
    }

    @Test
    void aFloodThatIsFasterThanItsLinkIsHeldBack() {
        Simulation simulation = two(Machine.UNLIMITED);
        simulation.submit(new TestnetCommand.SetConditions(
                LINK,
                LINK.from(ONE),
                LinkConditions.NONE.but().bandwidth(MEGABIT).build()));
        floodIsHeldBack(simulation);
    }
}

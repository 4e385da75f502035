package org.polytorus.simulator.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSpec;

/** How a simulation is led from event to event, and what can be asked of it. */
class SimulationLookTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final NodeName THREE = new NodeName("node3");
    private static final LinkId LINK = LinkId.of(ONE, TWO);
    private static final LinkConditions SLOW = LinkConditions.ofLatency(Duration.ofMillis(70));
    private static final LinkConditions SLOWER = LinkConditions.ofLatency(Duration.ofMillis(90));

    private static Simulation line(boolean flightsShown, boolean copiesFollowed) {
        List<LinkSpec> links = List.of(LinkSpec.clean(ONE, TWO), LinkSpec.clean(TWO, THREE));
        return new Simulation(
                new TestnetSpec(
                        "line",
                        1,
                        List.of(QuietNodes.named("node1"), QuietNodes.named("node2"), QuietNodes.named("node3")),
                        links),
                Recorder.NONE,
                flightsShown,
                copiesFollowed);
    }

    private static void pass(Simulation simulation, int seconds) {
        simulation.runUntil(simulation.nowNanos() + Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void aStepIsTheNextEventAndTheClockStandsAtItsTime() {
        Simulation simulation = line(false, true);
        for (int i = 0; i < 50; i++) {
            long next = simulation.nextNanos();
            long happened = simulation.happened();
            assertThat(simulation.stepUntil(next - 1)).isFalse();
            assertThat(simulation.happened()).isEqualTo(happened);
            assertThat(simulation.step()).isTrue();
            assertThat(simulation.nowNanos()).isEqualTo(next);
            assertThat(simulation.happened()).isEqualTo(happened + 1);
        }
    }

    @Test
    void whereNothingIsToComeNoStepIsDone() {
        Simulation empty = new Simulation(new TestnetSpec("empty", 1, List.of(), List.of()), Recorder.NONE, false);
        assertThat(empty.nextNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(empty.step()).isFalse();
    }

    @Test
    void onlyLinksThatWorkCarryTraffic() {
        Simulation simulation = line(false, true);
        assertThat(simulation.carryingLinks()).isZero();
        pass(simulation, 5);
        assertThat(simulation.carryingLinks()).isEqualTo(2);
        simulation.submit(new TestnetCommand.DropLink(LINK));
        assertThat(simulation.carryingLinks()).isEqualTo(1);
        assertThat(simulation.links()).hasSize(2);
    }

    @Test
    void eventsAndFlightsAreGivenFromThereOnWhereOneLeftOff() {
        Simulation simulation = line(true, true);
        pass(simulation, 5);
        List<TestnetEvent> events = simulation.eventsAfter(0);
        List<MessageFlight> flights = simulation.flightsAfter(0);
        assertThat(events).hasSizeGreaterThan(2);
        assertThat(flights).hasSizeGreaterThan(2);
        assertThat(simulation.eventsAfter(events.get(1).sequence())).isEqualTo(events.subList(2, events.size()));
        assertThat(simulation.flightsAfter(flights.get(1).sequence())).isEqualTo(flights.subList(2, flights.size()));
    }

    @Test
    void whatTakesTimeToFollowIsFollowedOnlyWhereItWasAskedFor() {
        Simulation all = line(true, true);
        Simulation none = line(false, false);
        for (Simulation simulation : List.of(all, none)) {
            pass(simulation, 5);
            simulation.submit(new TestnetCommand.MineBlock(ONE));
            pass(simulation, 5);
        }
        assertThat(all.flightsAfter(0)).isNotEmpty();
        assertThat(none.flightsAfter(0)).isEmpty();
        assertThat(all.propagation().blockTravel().copies().data()).isEqualTo(2);
        assertThat(none.propagation().blockTravel().copies().data()).isZero();
    }

    @Test
    void eachDirectionOfALinkHasTheConditionsThatItsDiallerAskedFor() {
        for (NodeName dialler : List.of(ONE, TWO)) {
            LinkSpec uneven = new LinkSpec(dialler, dialler.equals(ONE) ? TWO : ONE, SLOW, SLOWER);
            LinkSnapshot link = new Simulation(
                            new TestnetSpec(
                                    "pair",
                                    1,
                                    List.of(QuietNodes.named("node1"), QuietNodes.named("node2")),
                                    List.of(uneven)),
                            Recorder.NONE,
                            false)
                    .snapshot()
                    .links()
                    .getFirst();
            assertThat(link.aToB().requested()).isEqualTo(dialler.equals(ONE) ? SLOW : SLOWER);
            assertThat(link.bToA().requested()).isEqualTo(dialler.equals(ONE) ? SLOWER : SLOW);
        }
    }
}

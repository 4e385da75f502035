package org.polytorus.simulator.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.Machine;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/** What is said of a network as a whole; the pictures are of two real nodes, altered where something is to be wrong. */
final class WholeNetworkTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final LinkId LINK = LinkId.of(ONE, TWO);

    private final Simulation simulation = new Simulation(
            new TestnetSpec("two", 1, List.of(node("node1"), node("node2")), List.of(LinkSpec.clean(ONE, TWO))),
            Recorder.NONE,
            false);

    private static NodeSpec node(String name) {
        return QuietNodes.named(name).but().pingInterval(Duration.ofSeconds(2)).build();
    }

    private TestnetSnapshot after(int seconds) {
        simulation.runUntil(simulation.nowNanos() + TimeUnit.SECONDS.toNanos(seconds));
        return simulation.snapshot();
    }

    @Test
    void aQuietNetworkKeepsEverything() {
        List<TestnetInvariant> invariants = Invariants.ofTestnets(simulation.spec());
        for (int second = 0; second < 150; second++) {
            if (second == 100) {
                simulation.submit(new TestnetCommand.MineBlock(ONE));
            }
            TestnetSnapshot now = after(1);
            assertThat(invariants).allMatch(invariant -> invariant.broken(now) == null);
        }
    }

    @Test
    void twoGroupsAreAFaultOnlyLongAfterNothingKeepsThemApart() {
        WholeAgain invariant = new WholeAgain();
        simulation.submit(new TestnetCommand.DropLink(LINK));
        assertThat(invariant.broken(after(1))).isNull();
        assertThat(invariant.broken(after(200))).as("somebody dropped the link").isNull();
        TestnetSnapshot cut = apart(after(1));
        assertThat(invariant.broken(cut)).isNull();
        assertThat(invariant.broken(later(cut, 89))).isNull();
        assertThat(invariant.broken(later(cut, 91))).contains("2 groups");
    }

    @Test
    void aShorterChainIsAFaultOnlyLongAfterTheLastBlockOfAWholeNetwork() {
        OneTipInTheEnd invariant = new OneTipInTheEnd();
        assertThat(invariant.broken(after(5))).isNull();
        simulation.submit(new TestnetCommand.MineBlock(ONE));
        TestnetSnapshot mined = withOneBehind(after(5));
        assertThat(invariant.broken(mined)).isNull();
        assertThat(invariant.broken(later(mined, 29))).isNull();
        assertThat(invariant.broken(later(mined, 31))).contains("2 tips");
    }

    @Test
    void whatWasBegunBeforeAMachineFellBehindIsExcusedAndWhatComesAfterIsNot() {
        OneTipInTheEnd oneTip = new OneTipInTheEnd();
        WholeAgain whole = new WholeAgain();
        assertThat(oneTip.broken(after(5))).isNull();
        simulation.submit(new TestnetCommand.MineBlock(ONE));
        TestnetSnapshot mined = withOneBehind(after(5));
        assertThat(oneTip.broken(mined)).isNull();
        simulation.submit(new TestnetCommand.DropLink(LINK));
        TestnetSnapshot cut = apart(after(1));
        assertThat(whole.broken(cut)).isNull();

        oneTip.excuse();
        whole.excuse();
        assertThat(oneTip.broken(later(mined, 31))).isNull();
        assertThat(oneTip.broken(later(mined, 31 + 29))).isNull();
        assertThat(oneTip.broken(later(mined, 31 + 31))).contains("2 tips");
        assertThat(whole.broken(later(cut, 91))).isNull();
        assertThat(whole.broken(later(cut, 91 + 91))).contains("2 groups");
    }

    @Test
    void endsThatDifferAreExcusedEachTimeTheMachineFallsBehind() {
        EndsAgree invariant = new EndsAgree();
        assertThat(invariant.broken(after(0))).isNull();
        for (int look = 0; look < 40; look++) {
            assertThat(invariant.broken(missingOne(after(1)))).isNull();
            if (look % 5 == 0) {
                invariant.excuse();
            }
        }
    }

    @Test
    void aMachineKeepsPaceUntilARoundTripTakesASecondThoughNothingIsAskedOfTheLink() {
        TestnetSnapshot now = after(5);
        assertThat(Pace.isKept(now)).isTrue();
        assertThat(Pace.isKept(withRoundTrip(now, Duration.ofSeconds(1)))).isTrue();
        TestnetSnapshot slow = withRoundTrip(now, Duration.ofMillis(1_001));
        assertThat(Pace.isKept(slow)).isFalse();
        LinkSnapshot dropped = Altered.copy(slow.links().getFirst(), "state", LinkSnapshot.State.DROPPED);
        assertThat(Pace.isKept(Altered.copy(slow, "links", List.of(dropped))))
                .as("the round trip of a link that is gone is an old one")
                .isTrue();
        delay(Duration.ofMillis(600));
        assertThat(Pace.isKept(withRoundTrip(after(1), Duration.ofMillis(1_200))))
                .as("that was asked for")
                .isTrue();
    }

    private static TestnetSnapshot withRoundTrip(TestnetSnapshot now, Duration roundTrip) {
        LinkSnapshot link = now.links().getFirst();
        LinkSnapshot measured =
                Altered.copy(link, "bToA", Altered.copy(link.bToA(), "roundTripNanos", roundTrip.toNanos()));
        return Altered.copy(now, "links", List.of(measured));
    }

    @Test
    void twoChainsOfOneLengthAreNoFault() {
        OneTipInTheEnd invariant = new OneTipInTheEnd();
        assertThat(invariant.broken(after(5))).isNull();
        simulation.submit(new TestnetCommand.MineBlock(ONE));
        TestnetSnapshot mined = Altered.copy(after(5), "tips", 2);
        assertThat(invariant.broken(mined)).isNull();
        assertThat(invariant.broken(later(mined, 31))).isNull();
    }

    @Test
    void aNodeThatFallsBehindIsSeenWhileOthersGoOnMining() {
        OneTipInTheEnd invariant = new OneTipInTheEnd();
        assertThat(invariant.broken(after(5))).isNull();
        for (int second = 1; second <= 30; second++) {
            simulation.submit(new TestnetCommand.MineBlock(ONE));
            assertThat(invariant.broken(withOneBehind(after(1)))).isNull();
        }
        simulation.submit(new TestnetCommand.MineBlock(ONE));
        assertThat(invariant.broken(withOneBehind(after(1)))).contains("node1 at 0");
    }

    @Test
    void aLittleDelayKeepsNobodyApart() {
        OneTipInTheEnd invariant = new OneTipInTheEnd();
        delay(Duration.ofMillis(300));
        assertThat(invariant.broken(after(5))).isNull();
        simulation.submit(new TestnetCommand.MineBlock(ONE));
        TestnetSnapshot mined = withOneBehind(after(5));
        assertThat(invariant.broken(mined)).isNull();
        assertThat(invariant.broken(later(mined, 31))).contains("tips are followed");
    }

    @Test
    void whoseLinksAreSlowMayFallBehind() {
        OneTipInTheEnd invariant = new OneTipInTheEnd();
        delay(Duration.ofMillis(500));
        assertThat(invariant.broken(after(5))).isNull();
        simulation.submit(new TestnetCommand.MineBlock(ONE));
        TestnetSnapshot mined = withOneBehind(after(5));
        assertThat(invariant.broken(mined)).isNull();
        assertThat(invariant.broken(later(mined, 31))).isNull();
    }

    private void delay(Duration latency) {
        for (Direction direction : Direction.values()) {
            simulation.submit(new TestnetCommand.SetConditions(LINK, direction, LinkConditions.ofLatency(latency)));
        }
    }

    @Test
    void endsThatAreOneMessageApartForLongDisagreeEvenWhileOthersArrive() {
        EndsAgree invariant = new EndsAgree();
        assertThat(invariant.broken(after(0))).isNull();
        String found = null;
        int looks = 0;
        for (; looks < 20 && found == null; looks++) {
            found = invariant.broken(missingOne(after(1)));
        }
        assertThat(found).contains("has sent", "has received");
        assertThat(looks).as("not at the first few looks").isGreaterThan(6);
    }

    @Test
    void endsAgreeWhileMessagesAreOnTheirWayAtEachLook() {
        delay(Duration.ofMillis(400));
        EndsAgree invariant = new EndsAgree();
        assertThat(invariant.broken(after(0))).isNull();
        for (int second = 0; second < 30; second++) {
            simulation.submit(new TestnetCommand.ProbeLink(LINK));
            assertThat(invariant.broken(after(1))).isNull();
        }
    }

    @Test
    void endsAgreeWhileASlowLineStillCarriesWhatWasSentBefore() {
        NodeSpec slow = node("node1")
                .but()
                .machine(new Machine(new Bandwidth(16_000), null, Duration.ZERO, Duration.ZERO))
                .build();
        Simulation lines = new Simulation(
                new TestnetSpec("slow", 1, List.of(slow, node("node2")), List.of(LinkSpec.clean(ONE, TWO))),
                Recorder.NONE,
                false);
        EndsAgree invariant = new EndsAgree();
        assertThat(invariant.broken(lines.snapshot())).isNull();
        lines.runUntil(lines.nowNanos() + TimeUnit.SECONDS.toNanos(5));
        FloodSpec flood = new FloodSpec(FloodSpec.Kind.REMARK, 20, 2_000, TWO, Duration.ofSeconds(1));
        lines.submit(new TestnetCommand.StartFlood(ONE, flood));
        lines.runUntil(lines.nowNanos() + TimeUnit.SECONDS.toNanos(1) + 1);
        int onTheWay = 0;
        for (int second = 0; second < 60; second++) {
            lines.runUntil(lines.nowNanos() + TimeUnit.SECONDS.toNanos(1));
            TestnetSnapshot now = lines.snapshot();
            onTheWay += now.links().getFirst().aToB().queued() > 0 ? 1 : 0;
            assertThat(invariant.broken(now)).isNull();
        }
        assertThat(onTheWay)
                .as("seconds at the end of which something was on the way")
                .isBetween(10, 50);
    }

    /** As if the first node had never counted one message of the second. */
    private static TestnetSnapshot missingOne(TestnetSnapshot now) {
        List<NodeSnapshot> nodes = new ArrayList<>(now.nodes());
        NodeSnapshot first = nodes.getFirst();
        List<NodeSnapshot.PeerSnapshot> peers = first.peers().stream()
                .map(peer -> Altered.copy(peer, "messagesReceived", peer.messagesReceived() - 1))
                .toList();
        nodes.set(0, Altered.copy(first, "peers", peers));
        return Altered.copy(now, "nodes", nodes);
    }

    @Test
    void aMessageThatIsNowhereIsMissed() {
        TrafficAddsUp invariant = new TrafficAddsUp();
        assertThat(invariant.broken(List.of(traffic(10, 7, 2, 1, 7)), counted(10, 7)))
                .isNull();
        assertThat(invariant.broken(List.of(traffic(11, 7, 2, 1, 7)), counted(11, 7)))
                .contains("nowhere");
    }

    @Test
    void aCopyThatNobodyAskedForAndACounterThatIsWrongAreSeen() {
        assertThat(new TrafficAddsUp().broken(List.of(traffic(10, 11, 0, 0, 11)), counted(10, 11)))
                .contains("copies");
        assertThat(new TrafficAddsUp().broken(List.of(traffic(10, 10, 0, 0, 10)), counted(11, 10)))
                .contains("counts 11 messages as sent, and 10 entered");
        assertThat(new TrafficAddsUp().broken(List.of(traffic(10, 10, 0, 0, 10)), counted(10, 9)))
                .contains("counts 9 messages as received, and was handed 10");
    }

    private static Traffic traffic(long messages, long delivered, long discarded, int queued, long handedOver) {
        DirectionSnapshot counted = Altered.copy(
                DirectionSnapshot.IDLE,
                "messages",
                messages,
                "delivered",
                delivered,
                "discarded",
                discarded,
                "queued",
                queued);
        return new Traffic(LINK, Direction.A_TO_B, counted, handedOver);
    }

    private static Map<NodeName, NetworkStats> counted(long sentByOne, long receivedByTwo) {
        Map<NodeName, NetworkStats> counted = new TreeMap<>();
        counted.put(ONE, new NetworkStats(1, 1, sentByOne, 0, 0, 0, 0, 0));
        counted.put(TWO, new NetworkStats(1, 1, 0, receivedByTwo, 0, 0, 0, 0));
        return counted;
    }

    private static TestnetSnapshot apart(TestnetSnapshot now) {
        List<LinkSnapshot> links = now.links().stream()
                .map(link -> Altered.copy(link, "state", LinkSnapshot.State.DOWN))
                .toList();
        return Altered.copy(now, "links", links);
    }

    private static TestnetSnapshot withOneBehind(TestnetSnapshot now) {
        List<NodeSnapshot> nodes = new ArrayList<>(now.nodes());
        nodes.set(0, Altered.copy(nodes.getFirst(), "height", 0));
        return Altered.copy(now, "nodes", nodes, "tips", 2);
    }

    private static TestnetSnapshot later(TestnetSnapshot now, int seconds) {
        return Altered.copy(now, "epochNanos", now.epochNanos() + TimeUnit.SECONDS.toNanos(seconds));
    }
}

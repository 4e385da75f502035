package org.polytorus.simulator.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polytorus.simulator.link.Jitter;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.GuestSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.FailedDial;
import org.polytorus.simulator.testnet.NodeSnapshot.PeerSnapshot;
import org.polytorus.simulator.testnet.NodeSnapshot.PendingDial;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.PartitionSnapshot;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/** What is said of nodes as they are shown; each rule is seen broken in a picture of two real nodes that was altered. */
final class ShownNodesTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final LinkId LINK = LinkId.of(ONE, TWO);
    private static final Endpoint NOWHERE = Endpoint.loopback(9);

    private final Simulation simulation = two(List.of(LinkSpec.clean(ONE, TWO)));

    private static Simulation two(List<LinkSpec> links) {
        return new Simulation(
                new TestnetSpec("two", 1, List.of(QuietNodes.named("node1"), QuietNodes.named("node2")), links),
                Recorder.NONE,
                false);
    }

    private TestnetSnapshot after(int seconds) {
        return after(simulation, seconds);
    }

    private static TestnetSnapshot after(Simulation simulation, int seconds) {
        simulation.runUntil(simulation.nowNanos() + TimeUnit.SECONDS.toNanos(seconds));
        return simulation.snapshot();
    }

    private static TestnetSnapshot later(TestnetSnapshot now, int seconds) {
        return Altered.copy(now, "epochNanos", now.epochNanos() + TimeUnit.SECONDS.toNanos(seconds));
    }

    private static TestnetSnapshot withFirst(TestnetSnapshot now, UnaryOperator<NodeSnapshot> change) {
        List<NodeSnapshot> nodes = new ArrayList<>(now.nodes());
        nodes.set(0, change.apply(nodes.getFirst()));
        return Altered.copy(now, "nodes", nodes);
    }

    private static TestnetSnapshot apart(TestnetSnapshot now) {
        List<LinkSnapshot> links = now.links().stream()
                .map(link -> Altered.copy(link, "state", LinkSnapshot.State.DOWN))
                .toList();
        return Altered.copy(now, "links", links, "components", List.of(List.of(ONE), List.of(TWO)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "totalConnections",
                "messagesSent",
                "messagesReceived",
                "bytesSent",
                "bytesReceived",
                "blocksPropagated",
                "transactionsPropagated"
            })
    void aCounterThatFallsIsSeen(String counter) {
        CountersGrow invariant = new CountersGrow();
        TestnetSnapshot now = after(5);
        assertThat(invariant.broken(now)).isNull();
        TestnetSnapshot fallen = withFirst(now, node -> {
            NetworkStats stats = Altered.copy(node.stats(), counter, -1L);
            return Altered.copy(node, "stats", stats);
        });
        assertThat(invariant.broken(fallen)).contains("node1 counted", "and then");
    }

    @Test
    void activeConnectionsOfARunningNodeAreItsPeers() {
        TestnetSnapshot alone = withFirst(after(5), node -> Altered.copy(node, "peers", List.of()));
        assertThat(new CountersGrow().broken(alone)).contains("counts 1 active connections and has 0 peers");
        TestnetSnapshot stopped = withFirst(alone, node -> Altered.copy(node, "state", NodeSnapshot.State.STOPPED));
        assertThat(new CountersGrow().broken(stopped)).isNull();
    }

    @Test
    void anAddressThatIsShownTwiceIsSeenWhateverIsShownBesides() {
        PoolShown invariant = new PoolShown();
        TestnetSnapshot now = after(5);
        assertThat(invariant.broken(now)).isNull();
        PeerSnapshot peer = now.nodes().getFirst().peers().getFirst();
        assertThat(peer.dialled()).isTrue();
        FailedDial elsewhere = new FailedDial(NOWHERE, null, "refused", 1, 0);

        PendingDial again = new PendingDial(peer.remote(), TWO, 0, 1);
        assertThat(invariant.broken(withFirst(
                        now, node -> Altered.copy(node, "pending", List.of(again), "failed", List.of(elsewhere)))))
                .contains("as active and as pending");
        FailedDial failed = new FailedDial(peer.remote(), TWO, "refused", 1, 0);
        assertThat(invariant.broken(withFirst(now, node -> Altered.copy(node, "failed", List.of(failed, elsewhere)))))
                .contains("as active and as failed");
        PendingDial dialled = new PendingDial(NOWHERE, null, 0, 1);
        assertThat(invariant.broken(withFirst(
                        now, node -> Altered.copy(node, "pending", List.of(dialled), "failed", List.of(elsewhere)))))
                .contains("as pending and as failed");
        PeerSnapshot dialler = Altered.copy(peer, "dialled", false);
        assertThat(invariant.broken(withFirst(now, node -> Altered.copy(node, "peers", List.of(dialler, dialler)))))
                .contains("peer " + peer.id(), "as connected and as connected");
    }

    static List<TestnetCommand> disturbances() {
        LinkConditions slow = LinkConditions.ofLatency(Duration.ofMillis(200))
                .but()
                .jitter(new Jitter(Duration.ofMillis(60), Jitter.Shape.UNIFORM))
                .build();
        return List.of(
                new TestnetCommand.StopNode(TWO),
                new TestnetCommand.SetConditions(LINK, Direction.A_TO_B, LinkConditions.NONE.withLoss(0.1)),
                new TestnetCommand.SetConditions(LINK, Direction.B_TO_A, LinkConditions.NONE.withLoss(0.1)),
                new TestnetCommand.SetConditions(LINK, Direction.B_TO_A, slow),
                new TestnetCommand.StartFlood(
                        ONE, new FloodSpec(FloodSpec.Kind.TRANSACTION, 1, 100, TWO, Duration.ofMinutes(1))));
    }

    @ParameterizedTest
    @MethodSource("disturbances")
    void whereSomethingMayKeepNodesApartTheyNeedNotFindTogether(TestnetCommand disturbance) {
        WholeAgain invariant = new WholeAgain();
        after(5);
        simulation.submit(disturbance);
        TestnetSnapshot cut = apart(after(1));
        assertThat(invariant.broken(cut)).isNull();
        assertThat(invariant.broken(later(cut, 200))).isNull();
    }

    @Test
    void whoIsOnABlacklistIsKeptApart() {
        WholeAgain invariant = new WholeAgain();
        TestnetSnapshot cut = withFirst(apart(after(5)), node -> {
            NodeSnapshot.BlacklistEntry excluded =
                    new NodeSnapshot.BlacklistEntry(node.id(), TWO, null, "for a test", true, 0, Long.MAX_VALUE);
            return Altered.copy(node, "blacklist", List.of(excluded));
        });
        assertThat(invariant.broken(cut)).isNull();
        assertThat(invariant.broken(later(cut, 200))).isNull();
    }

    @Test
    void whomAPartitionOrAGuestMayKeepApartNeedNotFindTogether() {
        TestnetSnapshot cut = apart(after(5));
        Partition between = new Partition(
                "between", List.of(new NodeGroup("one", List.of(ONE)), new NodeGroup("two", List.of(TWO))), false);
        PartitionSnapshot inForce = new PartitionSnapshot(between, List.of(LINK), cut.epochNanos());
        GuestSnapshot guest = new GuestSnapshot(new NodeName("guest"), NOWHERE, null, "", 0, 0);
        for (TestnetSnapshot hindered : List.of(
                Altered.copy(cut, "partitions", List.of(inForce)), Altered.copy(cut, "guests", List.of(guest)))) {
            WholeAgain invariant = new WholeAgain();
            assertThat(invariant.broken(hindered)).isNull();
            assertThat(invariant.broken(later(hindered, 200))).isNull();
        }
    }

    @Test
    void theTimeToFindTogetherBeginsAnewWithEachFault() {
        WholeAgain invariant = new WholeAgain();
        TestnetSnapshot cut = apart(after(5));
        TestnetSnapshot stopped = withFirst(cut, node -> Altered.copy(node, "state", NodeSnapshot.State.STOPPED));
        assertThat(invariant.broken(cut)).isNull();
        assertThat(invariant.broken(later(stopped, 10))).isNull();
        assertThat(invariant.broken(later(cut, 20))).isNull();
        assertThat(invariant.broken(later(cut, 109))).isNull();
        assertThat(invariant.broken(later(cut, 110))).contains("2 groups");
    }

    @Test
    void ofAThousandHeightsWhoseTimeHasNotComeTheNewestAreLeftOut() {
        OneTipInTheEnd invariant = new OneTipInTheEnd();
        TestnetSnapshot begin = after(5);
        for (int height = 1; height <= 1_100; height++) {
            assertThat(invariant.broken(at(begin, height))).isNull();
        }
        assertThat(invariant.broken(later(at(begin, 1_000), 31))).isNull();
        assertThat(invariant.broken(later(at(begin, 999), 32))).contains("node1 at 999");
    }

    @Test
    void aHeightThatIsSeenAgainTakesNoRoomFromTheNext() {
        OneTipInTheEnd invariant = new OneTipInTheEnd();
        TestnetSnapshot begin = after(5);
        for (int look = 0; look < 1_100; look++) {
            assertThat(invariant.broken(at(begin, 1))).isNull();
        }
        assertThat(invariant.broken(at(begin, 2))).isNull();
        assertThat(invariant.broken(later(at(begin, 1), 31))).contains("node1 at 1");
    }

    private static TestnetSnapshot at(TestnetSnapshot now, int height) {
        List<NodeSnapshot> nodes = now.nodes().stream()
                .map(node -> Altered.copy(node, "height", height))
                .toList();
        return Altered.copy(now, "nodes", nodes);
    }

    @Test
    void whomNoLinkJoinsNeedNotFindTogether() {
        Simulation unlinked = two(List.of());
        WholeAgain invariant = new WholeAgain();
        TestnetSnapshot now = after(unlinked, 5);
        assertThat(invariant.broken(now)).isNull();
        assertThat(invariant.broken(later(now, 200))).isNull();
    }

    @Test
    void whatWasSeenBeforeANetworkWasCutIsNotOwedAfterwards() {
        OneTipInTheEnd invariant = new OneTipInTheEnd();
        assertThat(invariant.broken(after(5))).isNull();
        simulation.submit(new TestnetCommand.MineBlock(ONE));
        TestnetSnapshot mined = after(5);
        TestnetSnapshot behind = withFirst(mined, node -> Altered.copy(node, "height", 0));
        assertThat(invariant.broken(mined)).isNull();
        assertThat(invariant.broken(apart(later(mined, 10)))).isNull();
        assertThat(invariant.broken(later(behind, 40)))
                .as("seen before the cut")
                .isNull();

        OneTipInTheEnd other = new OneTipInTheEnd();
        assertThat(other.broken(mined)).isNull();
        assertThat(other.broken(later(mined, 31))).isNull();
        assertThat(other.broken(apart(later(behind, 40))))
                .as("owed before the cut")
                .isNull();
        assertThat(other.broken(later(behind, 41))).isNull();
    }

    @Test
    void whoCountsMoreThanWasSentIsSeenThoughSomethingIsSentAllTheTime() {
        EndsAgree invariant = new EndsAgree();
        assertThat(invariant.broken(after(0))).isNull();
        String found = null;
        for (int second = 0; second < 20 && found == null; second++) {
            simulation.submit(new TestnetCommand.ProbeLink(LINK));
            found = invariant.broken(withFirst(after(1), node -> receivedMore(node, 1_000)));
        }
        assertThat(found).contains("has received");
    }

    @Test
    void looksThatFollowEachOtherTooFastAreOne() {
        EndsAgree invariant = new EndsAgree();
        assertThat(invariant.broken(after(0))).isNull();
        TestnetSnapshot differing = withFirst(after(5), node -> receivedMore(node, 1_000));
        for (int look = 0; look < 50; look++) {
            TestnetSnapshot now = Altered.copy(differing, "epochNanos", differing.epochNanos() + look * 10_000_000L);
            assertThat(invariant.broken(now)).isNull();
        }
    }

    @Test
    void connectionsThatAreOlderThanTheLastFaultAreNotCompared() {
        EndsAgree invariant = new EndsAgree();
        after(5);
        for (int second = 0; second < 30; second++) {
            assertThat(invariant.broken(withFirst(after(1), node -> receivedMore(node, 1_000))))
                    .isNull();
        }
    }

    private static NodeSnapshot receivedMore(NodeSnapshot node, int more) {
        List<PeerSnapshot> peers = node.peers().stream()
                .map(peer -> Altered.copy(peer, "messagesReceived", peer.messagesReceived() + more))
                .toList();
        return Altered.copy(node, "peers", peers);
    }
}

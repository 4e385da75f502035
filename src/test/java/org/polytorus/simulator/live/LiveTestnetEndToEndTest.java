package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.invariant.Invariants;
import org.polytorus.simulator.invariant.TestnetInvariant;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NetworkStats;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.Commands;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Three real nodes on real sockets. They mine only when told, so that a test knows what to expect. */
class LiveTestnetEndToEndTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final NodeName THREE = new NodeName("node3");
    private static final LinkId ONE_TWO = LinkId.of(ONE, TWO);
    private static final LinkId ONE_THREE = LinkId.of(ONE, THREE);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final TestnetSpec SPEC = new TestnetSpec(
            "three",
            4711,
            List.of(QuietNodes.named("node1"), QuietNodes.named("node2"), QuietNodes.named("node3")),
            List.of(LinkSpec.clean(ONE, TWO), LinkSpec.clean(ONE, THREE), LinkSpec.clean(TWO, THREE)));

    private final Testnet testnet = new LiveTestnetFactory().start(SPEC);

    @AfterEach
    void closed() {
        testnet.close();
    }

    @Test
    void nodesConnectAndFollowOneTip() {
        awaitAllConnected();
        mine(ONE);
        awaitOneTip(1);
        mine(TWO);
        awaitOneTip(2);
        assertThat(events(TestnetEvent.Kind.BLOCK_MINED)).hasSize(2);
    }

    @Test
    void droppedLinksSplitTheTestnetWithinASecondAndRestoredOnesHealIt() {
        awaitAllConnected();
        done(new TestnetCommand.DropLink(ONE_TWO));
        done(new TestnetCommand.DropLink(ONE_THREE));
        await().atMost(Duration.ofSeconds(1))
                .until(() -> snapshot().components().size() == 2);

        mine(ONE);
        mine(TWO);
        mine(TWO);
        await().atMost(PATIENCE)
                .until(() -> node(ONE).height() == 1
                        && node(THREE).height() == 2
                        && snapshot().tips() == 2);

        done(new TestnetCommand.RestoreLink(ONE_TWO));
        done(new TestnetCommand.RestoreLink(ONE_THREE));
        await().atMost(Duration.ofSeconds(10)).until(() -> snapshot().tips() == 1);
        assertThat(node(ONE).height()).isEqualTo(2);
        await().atMost(PATIENCE)
                .until(() -> events(TestnetEvent.Kind.REORGANISATION).size() == 1);
        assertThat(events(TestnetEvent.Kind.REORGANISATION).getFirst().text())
                .matches("node1 left tip [0-9a-f]{8} \\(height 1\\) for [0-9a-f]{8} \\(height 2\\):"
                        + " 1 block undone, 2 applied");
    }

    @Test
    void whatMustAlwaysHoldHoldsOnSocketsWhileALinkIsDroppedAndRestored() {
        List<TestnetInvariant> invariants = Invariants.ofTestnets(SPEC);
        awaitAllConnected();
        done(new TestnetCommand.DropLink(ONE_TWO));
        mine(ONE);
        assertNothingIsBroken(invariants);
        done(new TestnetCommand.RestoreLink(ONE_TWO));
        long restored = snapshot().sequence();
        await().atMost(PATIENCE).until(() -> {
            assertNothingIsBroken(invariants);
            return snapshot().sequence() > restored + 2
                    && snapshot().components().size() == 1
                    && snapshot().tips() == 1;
        });
        assertThat(node(TWO).height()).isEqualTo(1);
    }

    private void assertNothingIsBroken(List<TestnetInvariant> invariants) {
        TestnetSnapshot now = snapshot();
        for (TestnetInvariant invariant : invariants) {
            assertThat(invariant.broken(now)).as(invariant.sentence()).isNull();
        }
    }

    @Test
    void latencyBothWaysIsMeasuredAsTheRoundTrip() {
        awaitAllConnected();
        for (Direction direction : Direction.values()) {
            done(new TestnetCommand.SetConditions(
                    ONE_TWO, direction, LinkConditions.ofLatency(Duration.ofMillis(200))));
        }
        done(new TestnetCommand.ProbeLink(ONE_TWO));

        for (Direction direction : Direction.values()) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(link(ONE_TWO).side(direction).roundTripNanos())
                                    .isBetween(380_000_000L, 420_000_000L));
        }
    }

    @Test
    void countersOfBothEndsAgreeAfterAFlood() {
        awaitAllConnected();
        FloodSpec flood = new FloodSpec(FloodSpec.Kind.PING, 1_000, 64, TWO, Duration.ofSeconds(3));
        done(new TestnetCommand.StartFlood(ONE, flood));
        await().atMost(PATIENCE)
                .until(() -> events(TestnetEvent.Kind.FLOOD_ENDED).size() == 1);

        await().atMost(PATIENCE).untilAsserted(() -> {
            NetworkStats totals = snapshot().totals();
            assertThat(totals.messagesReceived()).isEqualTo(totals.messagesSent());
            assertThat(totals.bytesReceived()).isEqualTo(totals.bytesSent());
        });
        assertThat(node(ONE).stats().messagesSent()).isGreaterThan(2_900);
        LinkSnapshot.DirectionSnapshot there = link(ONE_TWO).aToB();
        assertThat(there.delivered()).isEqualTo(there.messages()).isGreaterThan(2_900);
        assertThat(snapshot().overflowed()).isZero();
    }

    @Test
    void aBlacklistedPeerIsGoneUntilItIsTakenOffTheList() {
        awaitAllConnected();
        PeerId two = node(TWO).id();
        done(new TestnetCommand.BlacklistPeer(ONE, two, "too loud", null));
        await().atMost(PATIENCE).until(() -> link(ONE_TWO).state() != LinkSnapshot.State.CONNECTED);
        assertThat(node(ONE).blacklist()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo(TWO);
            assertThat(entry.reason()).isEqualTo("too loud");
        });
        assertThat(events(TestnetEvent.Kind.MISBEHAVIOUR).getFirst().text())
                .isEqualTo("node1 put node2 on its blacklist for ever by order: too loud");
        assertThat(testnet.submit(
                                new TestnetCommand.BlacklistPeer(ONE, node(ONE).id(), "me", null))
                        .toCompletableFuture()
                        .join()
                        .done())
                .isFalse();
        done(new TestnetCommand.UnblacklistPeer(ONE, two));
        awaitAllConnected();
    }

    @Test
    void stoppedNodeLeavesAndComesBackWithItsChain() {
        awaitAllConnected();
        mine(ONE);
        awaitOneTip(1);
        done(new TestnetCommand.StopNode(ONE));
        await().atMost(PATIENCE)
                .until(() -> snapshot().components().size() == 1
                        && node(TWO).peers().size() == 1
                        && node(THREE).peers().size() == 1);
        mine(TWO);
        await().atMost(PATIENCE).until(() -> node(THREE).height() == 2);

        done(new TestnetCommand.StartNode(ONE));

        awaitAllConnected();
        awaitOneTip(2);
    }

    @Test
    void aTransactionIsToldByItsHashAndTheSameOneIsRefusedTheSecondTime() {
        TestnetCommand payment = new TestnetCommand.SendTransaction(ONE, "alice", "bob", 5, 7L);
        awaitAllConnected();
        CommandResult first = submit(payment);
        CommandResult second = submit(payment);
        CommandResult other = submit(new TestnetCommand.SendTransaction(ONE, "alice", "bob", 5, 8L));

        assertThat(first.done()).isTrue();
        assertThat(first.transaction()).isNotNull();
        assertThat(second.done()).isFalse();
        assertThat(second.message())
                .startsWith(
                        "node1 did not send transaction " + first.transaction() + ": it has this transaction already");
        assertThat(other.transaction()).isNotNull().isNotEqualTo(first.transaction());
        await().atMost(PATIENCE).until(() -> node(THREE).mempoolSize() == 2);
    }

    private void awaitAllConnected() {
        await().atMost(PATIENCE)
                .until(() ->
                        snapshot().links().stream().allMatch(link -> link.state() == LinkSnapshot.State.CONNECTED));
    }

    private void awaitOneTip(int height) {
        await().atMost(PATIENCE)
                .until(() -> snapshot().tips() == 1
                        && snapshot().nodes().stream().allMatch(node -> node.height() == height));
    }

    private void mine(NodeName node) {
        done(new TestnetCommand.MineBlock(node));
    }

    private void done(TestnetCommand command) {
        Commands.done(testnet, command);
    }

    private CommandResult submit(TestnetCommand command) {
        return Commands.submit(testnet, command);
    }

    private TestnetSnapshot snapshot() {
        return testnet.snapshot();
    }

    private NodeSnapshot node(NodeName name) {
        return snapshot().nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private LinkSnapshot link(LinkId id) {
        return snapshot().links().stream()
                .filter(link -> link.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<TestnetEvent> events(TestnetEvent.Kind kind) {
        return testnet.eventsAfter(0).stream()
                .filter(event -> event.kind() == kind)
                .toList();
    }
}

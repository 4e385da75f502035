package org.polytorus.simulator.app.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.live.LiveTestnetFactory;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeGroup;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Pace;
import org.polytorus.simulator.testnet.Partition;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetFactory;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/** What a person may expect of a command, on sockets as in virtual time. */
class EitherHostTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final NodeName A = new NodeName("a");
    private static final NodeName B = new NodeName("b");
    private static final LinkId AB = LinkId.of(A, B);

    private static final TestnetFactory SOCKETS = new LiveTestnetFactory();
    private static final TestnetFactory VIRTUAL = spec -> new SimulatedTestnet(spec, new Pace.Times(5));

    static List<Arguments> hosts() {
        return List.of(
                Arguments.of(Named.of("on sockets", SOCKETS)), Arguments.of(Named.of("in virtual time", VIRTUAL)));
    }

    private static Testnet pair(TestnetFactory host) {
        List<NodeSpec> nodes = List.of(node("a"), node("b"));
        Testnet testnet = host.start(new TestnetSpec("pair", 7, nodes, List.of(LinkSpec.clean(A, B))));
        awaitState(testnet, LinkSnapshot.State.CONNECTED);
        return testnet;
    }

    private static NodeSpec node(String name) {
        return QuietNodes.named(name).but().pingInterval(Duration.ofSeconds(1)).build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hosts")
    void minedBlockReachesTheOther(TestnetFactory host) {
        try (Testnet testnet = pair(host)) {
            done(testnet, new TestnetCommand.MineBlock(A));
            await(testnet, snapshot -> node(snapshot, B).height() == 1);
            assertThat(kinds(testnet)).contains(TestnetEvent.Kind.BLOCK_MINED);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hosts")
    void droppedLinkLosesBothPeersUntilItIsRestored(TestnetFactory host) {
        try (Testnet testnet = pair(host)) {
            done(testnet, new TestnetCommand.DropLink(AB));
            awaitState(testnet, LinkSnapshot.State.DROPPED);
            await(
                    testnet,
                    snapshot -> snapshot.components().size() == 2
                            && node(snapshot, A).peers().isEmpty()
                            && node(snapshot, B).peers().isEmpty());
            done(testnet, new TestnetCommand.RestoreLink(AB));
            awaitState(testnet, LinkSnapshot.State.CONNECTED);
            assertThat(kinds(testnet))
                    .contains(
                            TestnetEvent.Kind.LINK_DROPPED,
                            TestnetEvent.Kind.LINK_DOWN,
                            TestnetEvent.Kind.LINK_RESTORED,
                            TestnetEvent.Kind.LINK_UP);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hosts")
    void latencyIsMeasuredAsItWasAskedFor(TestnetFactory host) {
        try (Testnet testnet = pair(host)) {
            Duration latency = Duration.ofMillis(300);
            for (Direction direction : Direction.values()) {
                done(testnet, new TestnetCommand.SetConditions(AB, direction, LinkConditions.ofLatency(latency)));
            }
            await(testnet, snapshot -> link(snapshot).aToB().delayNanos() >= latency.toNanos());
            await(testnet, snapshot -> link(snapshot).aToB().roundTripNanos() >= 2 * latency.toNanos());
            assertThat(link(testnet.snapshot()).aToB().delayNanos())
                    .isLessThan(latency.plusMillis(200).toNanos());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hosts")
    void lossAndItsShareAreCounted(TestnetFactory host) {
        try (Testnet testnet = pair(host)) {
            done(testnet, new TestnetCommand.SetConditions(AB, Direction.A_TO_B, LinkConditions.NONE.withLoss(0.5)));
            FloodSpec flood = new FloodSpec(FloodSpec.Kind.STATUS_UPDATE, 100, 1, B, Duration.ofSeconds(5));
            done(testnet, new TestnetCommand.StartFlood(A, flood));
            await(testnet, snapshot -> link(snapshot).aToB().fidelity().messages() > 200);
            var fidelity = link(testnet.snapshot()).aToB().fidelity();
            assertThat(fidelity.share(fidelity.lost())).isBetween(0.3, 0.7);
            await(testnet, snapshot -> kinds(testnet).contains(TestnetEvent.Kind.FLOOD_ENDED));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hosts")
    void silentLinkIsShownAndHealsWhenTheHoleIsGone(TestnetFactory host) {
        try (Testnet testnet = pair(host)) {
            LinkConditions hole = LinkConditions.NONE.withBlackHole(true);
            done(testnet, new TestnetCommand.SetConditions(AB, Direction.B_TO_A, hole));
            awaitState(testnet, LinkSnapshot.State.SILENT);
            done(testnet, new TestnetCommand.ClearFaults());
            awaitState(testnet, LinkSnapshot.State.CONNECTED);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hosts")
    void splitLinkKeepsItsConditionsAndPassesBlocksOnceItIsHealed(TestnetFactory host) {
        Partition split = new Partition(
                "p", List.of(new NodeGroup("west", List.of(A)), new NodeGroup("east", List.of(B))), false);
        LinkConditions slow = LinkConditions.ofLatency(Duration.ofMillis(20));
        try (Testnet testnet = pair(host)) {
            done(testnet, new TestnetCommand.SetConditions(AB, Direction.A_TO_B, slow));
            done(testnet, new TestnetCommand.Split(split));
            await(testnet, snapshot -> snapshot.partitions().size() == 1);
            assertThat(testnet.snapshot().partitions().getFirst().cut()).containsExactly(AB);
            awaitState(testnet, LinkSnapshot.State.SILENT);
            assertThat(link(testnet.snapshot()).aToB().requested()).isEqualTo(slow);
            done(testnet, new TestnetCommand.MineBlock(A));
            await(testnet, snapshot -> node(snapshot, A).height() == 1);
            assertThat(node(testnet.snapshot(), B).height()).isZero();
            assertThat(refusal(testnet, new TestnetCommand.Split(split))).contains("partition named p already");

            done(testnet, new TestnetCommand.Heal("p"));
            await(testnet, snapshot -> node(snapshot, B).height() == 1);
            assertThat(testnet.snapshot().partitions()).isEmpty();
            await(
                    testnet,
                    snapshot -> snapshot.propagation()
                                    .blocks()
                                    .getFirst()
                                    .arrivals()
                                    .size()
                            == 1);
            await(testnet, snapshot -> snapshot.propagation().blockTravel().deliveries() == 1);
            assertThat(testnet.snapshot()
                            .propagation()
                            .blocks()
                            .getFirst()
                            .journey()
                            .deliveries())
                    .singleElement()
                    .satisfies(delivery -> {
                        assertThat(delivery.node()).isEqualTo(B);
                        assertThat(delivery.from()).isEqualTo(A);
                    });
            assertThat(refusal(testnet, new TestnetCommand.Heal("p"))).contains("There is none at all.");
            assertThat(texts(testnet))
                    .contains("Split west | east: 1 link is cut")
                    .anyMatch(text -> text.startsWith("Healed west | east after "));
        }
    }

    private static List<String> texts(Testnet testnet) {
        return testnet.eventsAfter(0).stream().map(TestnetEvent::text).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hosts")
    void stoppedNodeIsGoneUntilItIsStarted(TestnetFactory host) {
        try (Testnet testnet = pair(host)) {
            done(testnet, new TestnetCommand.StopNode(B));
            await(
                    testnet,
                    snapshot -> node(snapshot, B).state() == NodeSnapshot.State.STOPPED
                            && node(snapshot, A).peers().isEmpty());
            assertThat(testnet.submit(new TestnetCommand.MineBlock(B))
                            .toCompletableFuture()
                            .join()
                            .message())
                    .isEqualTo("b is stopped. Start it first.");
            done(testnet, new TestnetCommand.StartNode(B));
            awaitState(testnet, LinkSnapshot.State.CONNECTED);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hosts")
    void nodeThatStopsWhileItDialsHasNotFailedToReachAnybody(TestnetFactory host) {
        LinkConditions hole = LinkConditions.NONE.withBlackHole(true);
        LinkSpec silent = new LinkSpec(A, B, hole, hole);
        try (Testnet testnet = host.start(new TestnetSpec("pair", 7, List.of(node("a"), node("b")), List.of(silent)))) {
            await(testnet, snapshot -> !node(snapshot, A).pending().isEmpty());
            done(testnet, new TestnetCommand.StopNode(A));
            done(testnet, new TestnetCommand.StartNode(A));
            done(testnet, new TestnetCommand.ClearFaults());
            await(testnet, snapshot -> kinds(testnet).contains(TestnetEvent.Kind.LINK_UP));
            assertThat(kinds(testnet)).doesNotContain(TestnetEvent.Kind.DIAL_FAILED);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hosts")
    void blacklistedPeerIsSentAwayAndComesBackWhenForgiven(TestnetFactory host) {
        try (Testnet testnet = pair(host)) {
            PeerId b = node(testnet.snapshot(), B).id();
            done(testnet, new TestnetCommand.BlacklistPeer(A, b, "too loud", null));
            await(
                    testnet,
                    snapshot -> node(snapshot, A).peers().isEmpty()
                            && node(snapshot, A).blacklist().size() == 1);
            done(testnet, new TestnetCommand.UnblacklistPeer(A, b));
            awaitState(testnet, LinkSnapshot.State.CONNECTED);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hosts")
    void impossibleCommandsAreRefusedInTheSameWords(TestnetFactory host) {
        NodeName nobody = new NodeName("nobody");
        try (Testnet testnet = pair(host)) {
            assertThat(refusal(testnet, new TestnetCommand.StartNode(nobody)))
                    .isEqualTo("There is no node named nobody in this testnet. Its nodes are a, b.");
            assertThat(refusal(testnet, new TestnetCommand.DropLink(LinkId.of(A, nobody))))
                    .startsWith("There is no link between a and nobody.");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hosts")
    void idsComeFromTheSeed(TestnetFactory host) {
        try (Testnet testnet = pair(host)) {
            TestnetFactory another = host.equals(SOCKETS) ? VIRTUAL : SOCKETS;
            try (Testnet other = another.start(new TestnetSpec("pair", 7, List.of(node("a"), node("b")), List.of()))) {
                assertThat(node(testnet.snapshot(), A).id())
                        .isEqualTo(node(other.snapshot(), A).id());
            }
        }
    }

    private static String refusal(Testnet testnet, TestnetCommand command) {
        CommandResult result = testnet.submit(command).toCompletableFuture().join();
        assertThat(result.done()).isFalse();
        return result.message();
    }

    private static void done(Testnet testnet, TestnetCommand command) {
        assertThat(testnet.submit(command).toCompletableFuture().join()).isEqualTo(CommandResult.DONE);
    }

    private static void await(Testnet testnet, Predicate<TestnetSnapshot> wanted) {
        Awaitility.await().atMost(PATIENCE).until(() -> wanted.test(testnet.snapshot()));
    }

    private static void awaitState(Testnet testnet, LinkSnapshot.State wanted) {
        await(
                testnet,
                snapshot -> snapshot.links().size() == 1 && link(snapshot).state() == wanted);
    }

    private static LinkSnapshot link(TestnetSnapshot snapshot) {
        return snapshot.links().getFirst();
    }

    private static NodeSnapshot node(TestnetSnapshot snapshot, NodeName name) {
        return snapshot.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<TestnetEvent.Kind> kinds(Testnet testnet) {
        return testnet.eventsAfter(0).stream().map(TestnetEvent::kind).toList();
    }
}

package org.polytorus.simulator.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.app.run.CheckLines;
import org.polytorus.simulator.app.run.CheckSummary;
import org.polytorus.simulator.host.Insight;
import org.polytorus.simulator.live.LiveTestnetFactory;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.protocol.ConnectionId;
import org.polytorus.simulator.protocol.HostSight;
import org.polytorus.simulator.report.Checked;
import org.polytorus.simulator.report.Checked.Broken;
import org.polytorus.simulator.report.Checked.Rule;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.ForwardingTestnet;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.NodeSpec;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Two real nodes on sockets, and what is seen of them from inside. */
final class LiveChecksTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final HostSight NOTHING_OPEN = new HostSight() {
        @Override
        public Collection<ConnectionId> connections() {
            return List.of();
        }

        @Override
        public boolean isDialling(Endpoint remote) {
            return false;
        }
    };

    private final TestnetSpec spec =
            new TestnetSpec("two", 4711, List.of(node(ONE), node(TWO)), List.of(LinkSpec.clean(ONE, TWO)));
    private final Testnet testnet = new LiveTestnetFactory().start(spec);
    private final LiveChecks checks = new LiveChecks(testnet, spec);

    private static NodeSpec node(NodeName name) {
        return NodeSpec.named(name.value())
                .but()
                .mining(false)
                .transactionInterval(null)
                .build();
    }

    @AfterEach
    void closed() {
        testnet.close();
    }

    private void done(TestnetCommand command) {
        testnet.submit(command)
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private List<Broken> look(int second) throws InterruptedException {
        return checks.look(Duration.ofSeconds(second), testnet::snapshot, true);
    }

    @Test
    void everythingHoldsAtEachCheckpointWhileALinkIsDroppedAndANodeIsStopped() throws InterruptedException {
        await().atMost(PATIENCE).until(() -> testnet.snapshot().components().size() == 1);
        assertThat(look(1)).isEmpty();
        done(new TestnetCommand.DropLink(LinkId.of(ONE, TWO)));
        assertThat(look(2)).isEmpty();
        done(new TestnetCommand.MineBlock(ONE));
        assertThat(look(3)).isEmpty();
        done(new TestnetCommand.StopNode(TWO));
        assertThat(look(4)).isEmpty();
        assertThat(checks.result().checkpoints()).isEqualTo(4);
        assertThat(checks.result().rules())
                .extracting(Rule::name)
                .contains("valid chain", "kept blocks", "bounds", "pool states", "known connections", "ends agree");
    }

    @Test
    void whereTheMachineIsFarBehindNothingHasToBeDoneInTimeAndThatIsCounted() throws InterruptedException {
        TestnetSnapshot now = await().atMost(PATIENCE)
                .until(testnet::snapshot, seen -> seen.links().getFirst().state() == LinkSnapshot.State.CONNECTED);
        LinkSnapshot link = now.links().getFirst();
        LinkSnapshot slow = Altered.copy(link, "aToB", Altered.copy(link.aToB(), "roundTripNanos", 7_000_000_000L));
        TestnetSnapshot behind = Altered.copy(
                now,
                "nodes",
                List.of(
                        Altered.copy(now.nodes().getFirst(), "height", 5),
                        now.nodes().getLast()),
                "links",
                List.of(slow));
        for (int second = 0; second < 100; second += 20) {
            TestnetSnapshot then =
                    Altered.copy(behind, "epochNanos", now.epochNanos() + TimeUnit.SECONDS.toNanos(second));
            assertThat(checks.look(Duration.ofSeconds(second), () -> then, true))
                    .isEmpty();
        }
        assertThat(checks.result().excused()).isEqualTo(5);
        CheckSummary summary = Objects.requireNonNull(CheckSummary.of(checks.result()));
        assertThat(CheckLines.of(summary))
                .anyMatch(line -> line.contains("At 5 of them a round trip took more than 1 s"));
    }

    @Test
    void eachNodeIsShownOnItsOwnThread() throws InterruptedException {
        Insight insight = testnet.side(Insight.class).orElseThrow();
        List<String> threads = new CopyOnWriteArrayList<>();
        assertThat(insight.lookInto(
                        (_, _, _) -> threads.add(Thread.currentThread().getName()), PATIENCE))
                .isEmpty();
        assertThat(threads).hasSize(2).allMatch(name -> name.startsWith("testnet-"));
    }

    @Test
    void aNodeThatDoesNotAnswerInTimeIsNamed() throws InterruptedException {
        Insight insight = testnet.side(Insight.class).orElseThrow();
        assertThat(insight.lookInto((_, _, _) -> {}, Duration.ofSeconds(-1))).isSubsetOf(ONE, TWO);
    }

    @Test
    void betweenCheckpointsNobodyIsAsked() throws InterruptedException {
        look(1);
        List<Broken> found = checks.look(
                Duration.ofMillis(1_900),
                () -> {
                    throw new AssertionError("no checkpoint is due");
                },
                false);
        assertThat(found).isEmpty();
        assertThat(checks.result().checkpoints()).isEqualTo(1);
    }

    @Test
    void whatStaysBrokenIsToldAFewTimesAndThenCounted() throws InterruptedException {
        TestnetSnapshot now = testnet.snapshot();
        NodeSnapshot failed = Altered.copy(
                now.nodes().getFirst(), "state", NodeSnapshot.State.FAILED, "problem", "node1 has stopped by itself");
        TestnetSnapshot altered = Altered.copy(now, "nodes", List.of(failed));
        int told = 0;
        for (int second = 1; second <= 8; second++) {
            told += checks.look(Duration.ofSeconds(second), () -> altered, false)
                    .size();
        }
        Checked result = checks.result();
        assertThat(told).isEqualTo(result.broken().size()).isEqualTo(Findings.MOST_OF_ONE);
        assertThat(result.more()).isEqualTo(8 - Findings.MOST_OF_ONE);
        assertThat(result.isGood()).isFalse();
        Broken first = result.broken().getFirst();
        assertThat(first.at()).isEqualTo(Duration.ofSeconds(1));
        assertThat(first.rule().name()).isEqualTo("nodes live");
        assertThat(first.found()).isEqualTo("node1 has stopped by itself");
    }

    /** The same testnet, looked into in another way. */
    private record Otherwise(Testnet inner, Insight insight) implements ForwardingTestnet {
        @Override
        public <T> Optional<T> side(Class<T> kind) {
            return Optional.of(kind.cast(insight));
        }
    }

    private List<Broken> foundBy(Testnet testnet) throws InterruptedException {
        return new LiveChecks(testnet, spec).look(Duration.ofSeconds(1), testnet::snapshot, true);
    }

    @Test
    void aNodeThatFindsNoTimeToBeLookedIntoBreaksARule() throws InterruptedException {
        assertThat(foundBy(new Otherwise(testnet, (_, _) -> List.of(TWO))))
                .singleElement()
                .satisfies(broken -> {
                    assertThat(broken.rule().name()).isEqualTo("nodes answer");
                    assertThat(broken.found()).contains("node2");
                });
    }

    @Test
    void whatIsWrongInsideANodeIsFound() throws InterruptedException {
        await().atMost(PATIENCE).until(() -> testnet.snapshot().components().size() == 1);
        Insight real = testnet.side(Insight.class).orElseThrow();
        Insight withoutHosts = (visitor, patience) ->
                real.lookInto((node, sight, _) -> visitor.visit(node, sight, NOTHING_OPEN), patience);
        assertThat(foundBy(new Otherwise(testnet, withoutHosts)))
                .extracting(broken -> broken.rule().name())
                .contains("known connections");
    }
}

package org.polytorus.simulator.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.model.Suspicion;
import org.polytorus.simulator.testnet.Commands;
import org.polytorus.simulator.testnet.Healing;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Three real nodes on real sockets, one of which is cut off and let in again. */
class LivePartitionTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final NodeName THREE = new NodeName("node3");
    private static final List<LinkId> LINKS_OF_ONE = List.of(LinkId.of(ONE, TWO), LinkId.of(ONE, THREE));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Testnet testnet = new LiveTestnetFactory()
            .start(new TestnetSpec(
                    "three",
                    4711,
                    List.of(QuietNodes.named("node1"), QuietNodes.named("node2"), QuietNodes.named("node3")),
                    List.of(LinkSpec.clean(ONE, TWO), LinkSpec.clean(ONE, THREE), LinkSpec.clean(TWO, THREE))));

    @AfterEach
    void closed() {
        testnet.close();
    }

    @Test
    void aCutIsSuspectedByWhoIsCutOffAndTheTimeFromWholeToOneTipIsMeasured() {
        awaitWhole();
        LINKS_OF_ONE.forEach(link -> done(new TestnetCommand.DropLink(link)));
        done(new TestnetCommand.MineBlock(ONE));
        done(new TestnetCommand.MineBlock(TWO));
        done(new TestnetCommand.MineBlock(TWO));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node1().suspicion())
                        .isNotNull()
                        .extracting(Suspicion::evidence, InstanceOfAssertFactories.list(String.class))
                        .contains("2 of 2 peers were lost within 5 s and have not come back"));
        awaitEvent("node1 may be cut off: ");
        awaitEvent("The network is cut into 2 groups: 2 + 1 nodes");
        assertThat(testnet.snapshot().healing()).isNull();

        LINKS_OF_ONE.forEach(link -> done(new TestnetCommand.RestoreLink(link)));
        await().atMost(PATIENCE).until(() -> oneTipNanos() > 0 && node1().suspicion() == null);
        Healing healing = requireNonNull(testnet.snapshot().healing());
        assertThat(healing.oneTipNanos() - healing.healedNanos())
                .isBetween(0L, Duration.ofSeconds(10).toNanos());
        awaitEvent("The network is whole again after ");
        awaitEvent("One tip ");
        awaitEvent("node1 no longer suspects to be cut off");
    }

    @Test
    void stoppingAllNodesIsNoCut() {
        awaitWhole();
        done(new TestnetCommand.StopAll());
        done(new TestnetCommand.StartAll());
        awaitWhole();
        assertThat(testnet.eventsAfter(0)).noneMatch(event -> event.kind() == TestnetEvent.Kind.PARTITION);
    }

    private void awaitWhole() {
        await().atMost(PATIENCE).until(() -> {
            var snapshot = testnet.snapshot();
            return snapshot.components().size() == 1
                    && snapshot.components().getFirst().size() == 3
                    && snapshot.totals().activeConnections() == 6;
        });
    }

    private void awaitEvent(String beginning) {
        await().atMost(PATIENCE)
                .until(() -> testnet.eventsAfter(0).stream()
                        .anyMatch(event -> event.kind() == TestnetEvent.Kind.PARTITION
                                && event.text().startsWith(beginning)));
    }

    private long oneTipNanos() {
        Healing healing = testnet.snapshot().healing();
        return healing == null ? -1 : healing.oneTipNanos();
    }

    private NodeSnapshot node1() {
        return testnet.snapshot().nodes().getFirst();
    }

    private void done(TestnetCommand command) {
        Commands.done(testnet, command);
    }
}

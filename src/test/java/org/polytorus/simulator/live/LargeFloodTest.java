package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.CommandResult;
import org.polytorus.simulator.testnet.FloodSpec;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.Testnet;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetSpec;

class LargeFloodTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final NodeName ONE = new NodeName("one");
    private static final NodeName TWO = new NodeName("two");
    private static final long MANY_BYTES = 300L << 20;

    @Test
    void aFloodOfLargeMessagesIsHeldBackAndKeepsItsConnection() {
        TestnetSpec spec = new TestnetSpec(
                "large",
                1,
                List.of(QuietNodes.named("one"), QuietNodes.named("two")),
                List.of(LinkSpec.clean(TWO, ONE)));
        try (Testnet testnet = new LiveTestnetFactory().start(spec)) {
            await().atMost(PATIENCE)
                    .until(() -> testnet.snapshot().links().getFirst().state() == LinkSnapshot.State.CONNECTED);
            FloodSpec flood =
                    new FloodSpec(FloodSpec.Kind.REMARK, FloodSpec.MAX_RATE, 64 * 1024, ONE, Duration.ofMinutes(1));
            assertThat(testnet.submit(new TestnetCommand.StartFlood(TWO, flood))
                            .toCompletableFuture()
                            .join())
                    .isEqualTo(CommandResult.DONE);
            await().atMost(PATIENCE).until(() -> bytesReceived(testnet) > MANY_BYTES);
            assertThat(testnet.snapshot().nodes())
                    .allSatisfy(
                            node -> assertThat(node.stats().totalConnections()).isEqualTo(1));
        }
    }

    private static long bytesReceived(Testnet testnet) {
        return testnet.snapshot().nodes().stream()
                .filter(node -> node.name().equals(ONE))
                .map(NodeSnapshot::stats)
                .mapToLong(stats -> stats.bytesReceived())
                .sum();
    }
}

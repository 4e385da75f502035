package org.polytorus.simulator.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.sim.Recorder;
import org.polytorus.simulator.sim.Simulation;
import org.polytorus.simulator.testnet.Altered;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.NodeSnapshot;
import org.polytorus.simulator.testnet.QuietNodes;
import org.polytorus.simulator.testnet.TestnetSnapshot;
import org.polytorus.simulator.testnet.TestnetSpec;

/** Which counters of two ends are a contradiction; the pictures are of two real nodes, with other counters. */
final class EndsAgreeTest {
    private static final NodeName ONE = new NodeName("node1");
    private static final NodeName TWO = new NodeName("node2");
    private static final int LOOKS = 30;

    private final EndsAgree invariant = new EndsAgree();
    private final Simulation simulation = new Simulation(
            new TestnetSpec(
                    "two",
                    1,
                    List.of(QuietNodes.named("node1"), QuietNodes.named("node2")),
                    List.of(LinkSpec.clean(ONE, TWO))),
            Recorder.NONE,
            false);

    /** What the first node has sent and the second has received; the second sends nothing. */
    private record Counted(long sent, long received, long bytesSent, long bytesReceived) {
        static Counted of(long sent, long received) {
            return new Counted(sent, received, sent, received);
        }
    }

    @BeforeEach
    void connectInCalm() {
        assertThat(invariant.broken(simulation.snapshot())).isNull();
        simulation.runUntil(simulation.nowNanos() + TimeUnit.SECONDS.toNanos(5));
    }

    private TestnetSnapshot picture(int second, Counted counted) {
        TestnetSnapshot now = simulation.snapshot();
        List<NodeSnapshot> nodes = List.of(
                withPeer(now.nodes().getFirst(), counted.sent, counted.bytesSent, 0, 0),
                withPeer(now.nodes().getLast(), 0, 0, counted.received, counted.bytesReceived));
        return Altered.copy(now, "nodes", nodes, "epochNanos", now.epochNanos() + TimeUnit.SECONDS.toNanos(second));
    }

    private static NodeSnapshot withPeer(NodeSnapshot node, long sent, long bytesSent, long received, long bytes) {
        return withPeer(
                node,
                "messagesSent",
                sent,
                "bytesSent",
                bytesSent,
                "messagesReceived",
                received,
                "bytesReceived",
                bytes);
    }

    private static NodeSnapshot withPeer(NodeSnapshot node, Object... changes) {
        return Altered.copy(node, "peers", List.of(Altered.copy(node.peers().getFirst(), changes)));
    }

    /** Looks once a second; gives the first look, from 1, that finds something, or null. */
    private @Nullable Integer firstFinding(IntFunction<TestnetSnapshot> pictures) {
        for (int look = 1; look <= LOOKS; look++) {
            if (invariant.broken(pictures.apply(look)) != null) {
                return look;
            }
        }
        return null;
    }

    @Test
    void fiveLooksInWhichNothingIsSentAndOneIsMissingAreAContradiction() {
        assertThat(firstFinding(look -> picture(look, Counted.of(10, 9)))).isEqualTo(6);
    }

    @Test
    void aByteIsMissedThoughTheMessagesAgree() {
        assertThat(firstFinding(look -> picture(look, new Counted(10, 10, 1_000, 999))))
                .isEqualTo(6);
    }

    @Test
    void endsThatAgreeAgainNowAndThenWereOnlyLate() {
        assertThat(firstFinding(look -> picture(look, Counted.of(10, look % 5 < 2 ? 10 : 9))))
                .isNull();
    }

    @Test
    void whatHadBeenSentAtTheLookBeforeHasArrivedAtThisOne() {
        assertThat(firstFinding(look -> picture(look, Counted.of(10L * look, 10L * look - 10))))
                .isNull();
    }

    @Test
    void oneThatHasNotIsMissedThoughMoreIsSentAllTheTime() {
        assertThat(firstFinding(look -> picture(look, Counted.of(10L * look, Math.max(0, 10L * look - 11)))))
                .isNotNull();
    }

    @Test
    void aConnectionThatIsMadeAnewIsCountedAnew() {
        assertThat(firstFinding(look -> since(picture(look, Counted.of(100 - look, 100 - look)), look, look)))
                .isNull();
    }

    @Test
    void aConnectionThatEitherEndHasSinceBeforeTheLastFaultIsNotCompared() {
        assertThat(firstFinding(look -> since(picture(look, Counted.of(10, 9)), Long.MIN_VALUE, 1)))
                .isNull();
        assertThat(firstFinding(look -> since(picture(LOOKS + look, Counted.of(10, 9)), 1, Long.MIN_VALUE)))
                .isNull();
        assertThat(firstFinding(look -> since(picture(2 * LOOKS + look, Counted.of(10, 9)), 1, 1)))
                .isNotNull();
    }

    /** With connections that the ends have so many nanoseconds later than in truth. */
    private static TestnetSnapshot since(TestnetSnapshot now, long laterAtFirst, long laterAtSecond) {
        return Altered.copy(
                now,
                "nodes",
                List.of(
                        since(now.nodes().getFirst(), laterAtFirst),
                        since(now.nodes().getLast(), laterAtSecond)));
    }

    private static NodeSnapshot since(NodeSnapshot node, long later) {
        long since = node.peers().getFirst().connectedSinceNanos();
        return withPeer(node, "connectedSinceNanos", later == Long.MIN_VALUE ? 0 : since + later);
    }

    @Test
    void whatIsOnTheWayExplainsOnlyWhatIsMissingInItsOwnDirection() {
        assertThat(firstFinding(look -> queued(picture(look, Counted.of(10, 9)), "aToB")))
                .isNull();
        assertThat(firstFinding(look -> queued(picture(LOOKS + look, Counted.of(10, 9)), "bToA")))
                .isNotNull();
    }

    private static TestnetSnapshot queued(TestnetSnapshot now, String direction) {
        DirectionSnapshot queued = Altered.copy(DirectionSnapshot.IDLE, "queued", 1);
        return withLinks(now, List.of(Altered.copy(now.links().getFirst(), direction, queued)));
    }

    @Test
    void everyLinkIsLookedAtWhateverTheFirstOneShows() {
        assertThat(firstFinding(look -> {
                    TestnetSnapshot now = picture(look, Counted.of(10, 9));
                    LinkSnapshot link = now.links().getFirst();
                    LinkSnapshot idle = Altered.copy(link, "id", LinkId.of(ONE, new NodeName("node0")));
                    return withLinks(now, List.of(idle, link));
                }))
                .isNotNull();
    }

    private static TestnetSnapshot withLinks(TestnetSnapshot now, List<LinkSnapshot> links) {
        return Altered.copy(now, "links", links);
    }
}

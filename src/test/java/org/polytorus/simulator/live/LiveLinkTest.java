package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.polytorus.simulator.live.ScriptedTestnet.A;
import static org.polytorus.simulator.live.ScriptedTestnet.AB;
import static org.polytorus.simulator.live.ScriptedTestnet.B;
import static org.polytorus.simulator.live.ScriptedTestnet.PATIENCE;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.LinkPolicy;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.protocol.DialFailure;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent.Kind;

/** What the user does to a link, seen by two scripted nodes on real sockets. */
class LiveLinkTest {
    private final ScriptedTestnet pair = ScriptedTestnet.pair();

    @BeforeEach
    void linkIsUp() {
        assertThat(pair.events(Kind.LINK_UP)).hasSize(1);
    }

    @AfterEach
    void closed() {
        pair.close();
    }

    @Test
    void framesArriveAfterTheLatencyOfTheirDirectionAndInOrder() {
        for (Direction direction : Direction.values()) {
            conditions(direction, LinkConditions.ofLatency(Duration.ofMillis(80)));
            ScriptedNode receiver = direction == Direction.A_TO_B ? pair.b() : pair.a();
            long sentNanos = System.nanoTime();
            pair.send(AB.sender(direction), 100);
            await().atMost(PATIENCE).until(() -> receiver.numbers().size() == 100);

            assertThat(receiver.numbers()).isEqualTo(numbers(100));
            assertThat(firstNumberNanos(receiver) - sentNanos)
                    .isBetween(
                            Duration.ofMillis(80).toNanos(),
                            Duration.ofMillis(300).toNanos());
            await().atMost(PATIENCE).until(() -> side(direction).delivered() == 101);
            assertThat(side(direction).delayNanos())
                    .isGreaterThanOrEqualTo(Duration.ofMillis(80).toNanos());
            assertThat(side(direction).queued()).isZero();
        }
    }

    @Test
    void clearedLatencyReleasesWhatIsOnTheWay() {
        conditions(Direction.A_TO_B, LinkConditions.ofLatency(Duration.ofSeconds(60)));
        pair.send(A, 10);
        await().atMost(PATIENCE).until(() -> side(Direction.A_TO_B).queued() == 10);

        pair.done(new TestnetCommand.ClearFaults());

        await().atMost(PATIENCE).until(() -> pair.b().numbers().size() == 10);
        assertThat(pair.b().numbers()).isEqualTo(numbers(10));
    }

    @Test
    void everyFrameIsEitherDeliveredOrCountedAsLost() {
        conditions(Direction.A_TO_B, LinkConditions.NONE.withLoss(0.5));
        pair.send(A, 1_000);

        await().atMost(PATIENCE).until(() -> side(Direction.A_TO_B).messages() == 1_001);
        DirectionSnapshot counted = side(Direction.A_TO_B);
        assertThat(counted.delivered() + counted.discarded()).isEqualTo(1_001);
        assertThat(counted.discarded()).isBetween(400L, 600L);
        await().atMost(PATIENCE).until(() -> pair.b().numbers().size() == counted.delivered() - 1);
    }

    @Test
    void blackHoleIsSilentButTheConnectionStays() {
        conditions(Direction.B_TO_A, LinkConditions.NONE.withBlackHole(true));
        pair.awaitLink(LinkSnapshot.State.SILENT);
        pair.send(B, 5);
        pair.send(A, 5);
        await().atMost(PATIENCE).until(() -> side(Direction.B_TO_A).discarded() == 5);
        await().atMost(PATIENCE).until(() -> pair.b().numbers().size() == 5);
        assertThat(pair.testnet.snapshot().components()).hasSize(2);

        conditions(Direction.B_TO_A, LinkConditions.NONE);
        pair.awaitLink(LinkSnapshot.State.CONNECTED);
        pair.send(B, 1);

        await().atMost(PATIENCE).until(() -> pair.a().numbers().equals(List.of(5)));
        assertThat(pair.a().heard(Input.Closed.class)).isEmpty();
        assertThat(pair.a().heard(Input.NetworkChanged.class)).hasSize(1);
    }

    @Test
    void droppedLinkResetsBothEndsAndRefusesUntilRestored() {
        pair.done(new TestnetCommand.DropLink(AB));

        pair.awaitLink(LinkSnapshot.State.DROPPED);
        await().atMost(PATIENCE).until(() -> pair.a().heard(Input.Closed.class).size() == 1);
        await().atMost(PATIENCE).until(() -> pair.b().heard(Input.Closed.class).size() == 1);
        assertThat(pair.testnet.snapshot().components()).containsExactly(List.of(A), List.of(B));

        pair.done(new TestnetCommand.StopNode(A));
        pair.done(new TestnetCommand.StartNode(A));
        await().atMost(PATIENCE)
                .until(() -> !pair.a().heard(Input.DialFailed.class).isEmpty());
        assertThat(pair.a().heard(Input.DialFailed.class).getFirst().failure()).isEqualTo(DialFailure.REFUSED);
        assertThat(pair.b().heard(Input.Accepted.class)).hasSize(1);

        pair.done(new TestnetCommand.RestoreLink(AB));
        pair.awaitLink(LinkSnapshot.State.CONNECTED);
        assertThat(pair.events(Kind.LINK_DROPPED)).hasSize(1);
        assertThat(pair.events(Kind.LINK_RESTORED)).hasSize(1);
        await().atMost(PATIENCE).until(() -> pair.events(Kind.LINK_UP).size() == 2);
    }

    @Test
    void countersOfALinkOutliveItsConnections() {
        pair.send(A, 3);
        await().atMost(PATIENCE).until(() -> side(Direction.A_TO_B).delivered() == 4);
        pair.done(new TestnetCommand.DropLink(AB));
        await().atMost(PATIENCE).until(() -> pair.a().heard(Input.Closed.class).size() == 1);
        pair.done(new TestnetCommand.RestoreLink(AB));
        pair.awaitLink(LinkSnapshot.State.CONNECTED);

        await().atMost(PATIENCE).until(() -> side(Direction.A_TO_B).delivered() == 5);
    }

    @Test
    void dropDiscardsWhatIsOnTheWay() {
        conditions(Direction.A_TO_B, LinkConditions.ofLatency(Duration.ofSeconds(60)));
        pair.send(A, 10);
        pair.done(new TestnetCommand.DropLink(AB));

        await().atMost(PATIENCE).until(() -> side(Direction.A_TO_B).discarded() == 10);
        assertThat(side(Direction.A_TO_B).queued()).isZero();
    }

    @Test
    void dialIntoABlackHoleTimesOut() {
        conditions(Direction.A_TO_B, LinkConditions.NONE.withBlackHole(true));
        pair.done(new TestnetCommand.StopNode(B));
        await().atMost(PATIENCE).until(() -> pair.a().heard(Input.Closed.class).size() == 1);
        pair.done(new TestnetCommand.StartNode(B));
        pair.done(new TestnetCommand.StopNode(A));
        pair.done(new TestnetCommand.StartNode(A));

        await().atMost(PATIENCE)
                .until(() -> pair.a().heard(Input.DialFailed.class).size() == 1);
        assertThat(pair.a().heard(Input.DialFailed.class).getFirst().failure()).isEqualTo(DialFailure.TIMED_OUT);

        conditions(Direction.A_TO_B, LinkConditions.NONE);
        pair.awaitLink(LinkSnapshot.State.CONNECTED);
    }

    @Test
    void disconnectDrainsBothDirectionsAcrossALatency() {
        conditions(Direction.A_TO_B, LinkConditions.ofLatency(Duration.ofMillis(50)));
        conditions(Direction.B_TO_A, LinkConditions.ofLatency(Duration.ofMillis(50)));
        pair.send(B, 100);
        pair.send(A, 100);
        pair.done(new TestnetCommand.StopFlood(A));

        await().atMost(PATIENCE).until(() -> pair.a().heard(Input.Closed.class).size() == 1);
        await().atMost(PATIENCE).until(() -> pair.b().heard(Input.Closed.class).size() == 1);
        assertThat(pair.b().numbers()).isEqualTo(numbers(100));
        assertThat(pair.a().numbers()).isEqualTo(numbers(100));
        await().atMost(PATIENCE).until(() -> side(Direction.A_TO_B).delivered() == 101);
        assertThat(side(Direction.A_TO_B).discarded()).isZero();
        assertThat(side(Direction.B_TO_A).discarded()).isZero();
    }

    @Test
    void acceptingEndDisconnectsAsCleanlyAsTheDiallingOne() {
        pair.send(A, 100);
        pair.send(B, 100);
        pair.done(new TestnetCommand.StopFlood(B));

        await().atMost(PATIENCE).until(() -> pair.a().heard(Input.Closed.class).size() == 1);
        await().atMost(PATIENCE).until(() -> pair.b().heard(Input.Closed.class).size() == 1);
        assertThat(pair.b().numbers()).isEqualTo(numbers(100));
        assertThat(pair.a().numbers()).isEqualTo(numbers(100));
    }

    @Test
    void senderIsHeldBackWhileTheLinkIsFullAndNothingIsLost() {
        conditions(
                Direction.A_TO_B,
                LinkConditions.NONE.but().bandwidth(new Bandwidth(100_000)).build());
        int frames = LinkPolicy.CONGESTED_FRAMES + 2_000;
        pair.send(A, frames);

        await().atMost(PATIENCE)
                .until(() -> pair.a().heard(Input.Congestion.class).size() == 1);
        await().atMost(PATIENCE).until(() -> side(Direction.A_TO_B).queued() >= LinkPolicy.CONGESTED_FRAMES - 1_000);
        assertThat(side(Direction.A_TO_B).queued()).isLessThan(LinkPolicy.MAX_FRAMES_ON_LINK);

        conditions(Direction.A_TO_B, LinkConditions.NONE);
        await().atMost(PATIENCE).until(() -> pair.b().numbers().size() == frames);
        assertThat(pair.b().numbers()).isEqualTo(numbers(frames));
        assertThat(pair.a().heard(Input.Congestion.class).getLast().congested()).isFalse();
    }

    @Test
    void messagesAreSeenTravellingWithTheirKindAndTime() {
        conditions(Direction.B_TO_A, LinkConditions.ofLatency(Duration.ofMillis(70)));
        pair.send(B, 1);

        await().atMost(PATIENCE).until(() -> pair.testnet.flightsAfter(0).size() == 3);
        MessageFlight flight = pair.testnet.flightsAfter(2).getFirst();
        assertThat(flight.sequence()).isEqualTo(3);
        assertThat(flight.kind().wireName()).isEqualTo("Ping");
        assertThat(flight.direction()).isEqualTo(Direction.B_TO_A);
        assertThat(flight.travelNanos()).isEqualTo(Duration.ofMillis(70).toNanos());
    }

    private void conditions(Direction direction, LinkConditions conditions) {
        pair.done(new TestnetCommand.SetConditions(AB, direction, conditions));
    }

    private DirectionSnapshot side(Direction direction) {
        return pair.link().side(direction);
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static long firstNumberNanos(ScriptedNode node) {
        return node.heard.stream()
                .filter(heard -> heard.input() instanceof Input.Received received && received.payload().length == 8)
                .findFirst()
                .orElseThrow()
                .nanoTime();
    }
}

package org.polytorus.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.polytorus.simulator.live.ScriptedTestnet.A;
import static org.polytorus.simulator.live.ScriptedTestnet.AB;
import static org.polytorus.simulator.live.ScriptedTestnet.PATIENCE;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.link.Reordering;
import org.polytorus.simulator.link.Slicing;
import org.polytorus.simulator.model.Bandwidth;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.protocol.Input;
import org.polytorus.simulator.testnet.LinkFidelity;
import org.polytorus.simulator.testnet.LinkSnapshot.DirectionSnapshot;
import org.polytorus.simulator.testnet.TestnetCommand;
import org.polytorus.simulator.testnet.TestnetEvent.Kind;

/** The faults that alter, multiply or hold back frames, on real sockets in both directions. */
class LiveFaultsTest {
    private static final int FRAMES = 1_000;

    private final ScriptedTestnet pair = ScriptedTestnet.pair();

    @BeforeEach
    void linkIsUp() {
        assertThat(pair.events(Kind.LINK_UP)).hasSize(1);
    }

    @AfterEach
    void closed() {
        pair.close();
    }

    @ParameterizedTest
    @EnumSource
    void duplicatedFramesArriveTwiceOneAfterTheOther(Direction direction) {
        conditions(direction, LinkConditions.NONE.but().duplication(0.5).build());
        pair.send(AB.sender(direction), FRAMES);

        await().atMost(PATIENCE).until(() -> fidelity(direction).messages() == FRAMES);
        long duplicated = fidelity(direction).duplicated();
        await().atMost(PATIENCE).until(() -> receiver(direction).numbers().size() == FRAMES + duplicated);
        assertThat(duplicated).isBetween(400L, 600L);
        assertThat(receiver(direction).numbers()).isSorted();
        assertThat(receiver(direction).numbers().stream().distinct()).hasSize(FRAMES);
    }

    @ParameterizedTest
    @EnumSource
    void heldBackFramesAreOvertakenAndNoneIsLost(Direction direction) {
        conditions(
                direction,
                LinkConditions.NONE
                        .but()
                        .reordering(new Reordering(0.2, Duration.ofMillis(30)))
                        .build());
        pair.send(AB.sender(direction), FRAMES);

        await().atMost(PATIENCE).until(() -> receiver(direction).numbers().size() == FRAMES);
        List<Integer> arrived = receiver(direction).numbers();
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(numbers());
        assertThat(arrived).isNotEqualTo(numbers());
        await().atMost(PATIENCE).until(() -> fidelity(direction).heldBack() > 100);
    }

    @ParameterizedTest
    @EnumSource
    void garbledFramesArriveAtFullLengthAndDifferFromWhatWasSent(Direction direction) {
        conditions(direction, LinkConditions.NONE.but().corruption(1).build());
        pair.send(AB.sender(direction), FRAMES);

        await().atMost(PATIENCE).until(() -> fidelity(direction).corrupted() == FRAMES);
        await().atMost(PATIENCE)
                .until(() -> receiver(direction).heard(Input.Received.class).size() >= FRAMES);
        long intact = receiver(direction).numbers().stream()
                .filter(number -> number >= 0 && number < FRAMES)
                .count();
        assertThat(intact).isLessThan(FRAMES);
    }

    @ParameterizedTest
    @EnumSource
    void framesThatCameInSmallPiecesAreWholeAndInOrder(Direction direction) {
        conditions(
                direction,
                LinkConditions.NONE
                        .but()
                        .slicing(new Slicing(5, Duration.ofMillis(2)))
                        .build());
        long sentNanos = System.nanoTime();
        pair.send(AB.sender(direction), 20);

        await().atMost(PATIENCE).until(() -> receiver(direction).numbers().size() == 20);
        assertThat(receiver(direction).numbers())
                .isEqualTo(IntStream.range(0, 20).boxed().toList());
        // A frame of 16 bytes comes in four pieces, so with three pauses of 2 ms; twenty one after the other.
        assertThat(System.nanoTime() - sentNanos)
                .isGreaterThan(Duration.ofMillis(100).toNanos());

        conditions(direction, LinkConditions.NONE);
        pair.send(AB.sender(direction), 5);
        await().atMost(PATIENCE).until(() -> receiver(direction).numbers().size() == 25);
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultAtOnceLosesNothingButWhatIsCountedAsLost(Direction direction) {
        conditions(
                direction,
                LinkConditions.ofLatency(Duration.ofMillis(20))
                        .but()
                        .loss(0.1)
                        .duplication(0.1)
                        .reordering(new Reordering(0.1, Duration.ofMillis(20)))
                        .bandwidth(new Bandwidth(10_000_000))
                        .slicing(new Slicing(6, Duration.ofNanos(1)))
                        .build());
        pair.send(AB.sender(direction), FRAMES);

        await().atMost(PATIENCE)
                .until(() -> fidelity(direction).messages() == FRAMES
                        && side(direction).queued() == 0);
        LinkFidelity counted = fidelity(direction);
        await().atMost(PATIENCE)
                .until(() -> receiver(direction).numbers().size() == FRAMES - counted.lost() + counted.duplicated());
        assertThat(receiver(direction).heard(Input.BadFrame.class)).isEmpty();
        assertThat(pair.a().heard(Input.Closed.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void endOfTheConnectionArrivesAsLateAsAsked(Direction direction) {
        conditions(
                direction,
                LinkConditions.NONE.but().closeDelay(Duration.ofMillis(400)).build());
        long endedNanos = System.nanoTime();
        pair.done(new TestnetCommand.StopFlood(AB.sender(direction)));

        await().atMost(PATIENCE)
                .until(() -> receiver(direction).heard(Input.Closed.class).size() == 1);
        assertThat(System.nanoTime() - endedNanos)
                .isGreaterThan(Duration.ofMillis(400).toNanos());
    }

    private void conditions(Direction direction, LinkConditions conditions) {
        pair.done(new TestnetCommand.SetConditions(AB, direction, conditions));
    }

    private ScriptedNode receiver(Direction direction) {
        return AB.receiver(direction).equals(A) ? pair.a() : pair.b();
    }

    private LinkFidelity fidelity(Direction direction) {
        return side(direction).fidelity();
    }

    private DirectionSnapshot side(Direction direction) {
        return pair.link().side(direction);
    }

    private static List<Integer> numbers() {
        return IntStream.range(0, FRAMES).boxed().toList();
    }
}

package org.polytorus.simulator.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polytorus.simulator.model.Direction;
import org.polytorus.simulator.model.LinkId;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.NodeName;
import org.polytorus.simulator.testnet.LinkSnapshot;
import org.polytorus.simulator.testnet.MessageFlight;
import org.polytorus.simulator.testnet.SnapshotFixtures;

class DotsTest {
    private static final LinkId LINK = LinkId.of(new NodeName("node1"), new NodeName("node2"));
    private static final long NOW = 5_000_000_000L;
    private final Dots dots = new Dots();

    @BeforeEach
    void showAPair() {
        dots.setScene(scene(SnapshotFixtures.ring(2)));
    }

    @Test
    void neverMoreThanTheBoundAreAliveAndTheRestIsCounted() {
        for (int i = 0; i < 30; i++) {
            dots.add(SnapshotFixtures.flights(SnapshotFixtures.ring(2).build(), 100, 0), NOW);
        }

        assertThat(dots.alive()).hasSize(Dots.MAX_DOTS);
        assertThat(dots.thinned()).isEqualTo(2_000);
    }

    @Test
    void aBlockIsSeenInAFloodOfPings() {
        for (int i = 0; i < 2 * Dots.MAX_DOTS; i++) {
            dots.add(List.of(flight(MessageKind.PING, 0, 0)), NOW);
        }
        dots.add(List.of(flight(MessageKind.BLOCK_DATA, 0, 0)), NOW);

        assertThat(dots.alive()).hasSize(Dots.MAX_DOTS).anyMatch(dot -> dot.kind() == DotKind.BLOCK);
    }

    @Test
    void aMessageTakesAsLongAsTheLinkMakesItTravel() {
        dots.add(List.of(flight(MessageKind.PING, 0, 2_000_000_000L)), NOW);

        assertThat(dots.expire(NOW + 1_999_000_000L)).isTrue();
        assertThat(dots.alive().getFirst().progress(NOW + 1_000_000_000L)).isEqualTo(0.5);
        assertThat(dots.expire(NOW + 2_000_000_000L)).isFalse();
    }

    @Test
    void aMessageWithoutDelayIsStillSeen() {
        dots.add(List.of(flight(MessageKind.PING, 0, 0)), NOW);

        assertThat(dots.expire(NOW + Dots.MIN_TRAVEL_NANOS - 1)).isTrue();
        assertThat(dots.expire(NOW + Dots.MIN_TRAVEL_NANOS)).isFalse();
    }

    @Test
    void messagesOfABatchStartApartAsTheyDeparted() {
        dots.add(List.of(flight(MessageKind.PING, 1_000, 0), flight(MessageKind.PONG, 40_001_000, 0)), NOW);

        assertThat(dots.alive().get(1).startNanos() - dots.alive().get(0).startNanos())
                .isEqualTo(40_000_000);
    }

    @Test
    void aBlackHoleSwallowsMessagesHalfWay() {
        dots.setScene(scene(
                SnapshotFixtures.ring(2).conditions("node1", "node2", conditions -> conditions.withBlackHole(true))));
        dots.add(List.of(flight(MessageKind.PING, 0, 0)), NOW);

        assertThat(dots.expire(NOW + Dots.MIN_TRAVEL_NANOS * 6 / 10)).isFalse();
    }

    @Test
    void messagesOnADroppedLinkVanish() {
        dots.add(List.of(flight(MessageKind.PING, 0, 0)), NOW);
        dots.setScene(scene(SnapshotFixtures.ring(2).state("node1", "node2", LinkSnapshot.State.DROPPED)));

        assertThat(dots.alive()).isEmpty();
    }

    @Test
    void messagesOfUnknownLinksAreLeftOut() {
        LinkId unknown = LinkId.of(new NodeName("x"), new NodeName("y"));
        dots.add(List.of(new MessageFlight(1, unknown, Direction.A_TO_B, MessageKind.PING, 0, 0)), NOW);

        assertThat(dots.alive()).isEmpty();
        assertThat(dots.thinned()).isZero();
    }

    @ParameterizedTest
    @EnumSource(MessageKind.class)
    void everyKindOfMessageHasADot(MessageKind kind) {
        assertThat(DotKind.of(kind).text()).isNotBlank();
    }

    private static MessageFlight flight(MessageKind kind, long departedNanos, long travelNanos) {
        return new MessageFlight(1, LINK, Direction.A_TO_B, kind, departedNanos, travelNanos);
    }

    private static GraphScene scene(SnapshotFixtures fixtures) {
        return GraphScene.of(fixtures.build(), new TipColours(8));
    }
}

package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;

/** Dialling, duplicates, round trips and losses, in virtual time. */
final class NodeConnectionTest {
    private final VirtualNetwork network = new VirtualNetwork();

    @Test
    void twoNodesThatDialEachOtherKeepOneConnectionAndTheSameOne() {
        VirtualNetwork.Host one = network.add(1, VirtualNetwork.quiet(Endpoint.loopback(2)));
        VirtualNetwork.Host two = network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));
        network.start();
        network.runFor(Duration.ofMinutes(2));
        assertThat(one.view().peers())
                .singleElement()
                .satisfies(peer -> assertThat(peer.dialled()).isTrue());
        assertThat(two.view().peers())
                .singleElement()
                .satisfies(peer -> assertThat(peer.dialled()).isFalse());
        assertThat(one.view().stats().messagesSent())
                .isEqualTo(two.view().stats().messagesReceived());
        assertThat(two.view().stats().messagesSent())
                .isEqualTo(one.view().stats().messagesReceived());
        assertThat(one.wires).hasSize(1);
        assertThat(two.view().failed()).isEmpty();
        assertThat(two.view().stats().totalConnections()).isLessThanOrEqualTo(2);
    }

    @Test
    void afterTheKeptConnectionIsLostOneOfThemDialsAgain() {
        VirtualNetwork.Host one = network.add(1, VirtualNetwork.quiet(Endpoint.loopback(2)));
        VirtualNetwork.Host two = network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));
        network.start();
        network.runFor(Duration.ofSeconds(5));
        network.isolate(one);
        network.runFor(Duration.ofSeconds(5));
        assertThat(two.view().peers()).isEmpty();
        network.rejoin(one);
        network.runFor(Duration.ofSeconds(2));
        assertThat(one.view().peers()).hasSize(1);
        assertThat(two.view().peers()).hasSize(1);
    }

    @Test
    void aNodeThatDialsItselfNoticesAndLeavesItAtThat() {
        VirtualNetwork.Host narcissus = network.add(1, VirtualNetwork.quiet(Endpoint.loopback(1)));
        network.start();
        network.runFor(Duration.ofMinutes(10));
        assertThat(narcissus.view().peers()).isEmpty();
        assertThat(narcissus.observed(Observation.DialFailed.class))
                .extracting(Observation.DialFailed::failure)
                .containsExactly(DialFailure.SELF);
    }

    @Test
    void anUnreachableAddressIsTriedThreeTimesFiveSecondsApartAndThenWithGrowingPauses() {
        VirtualNetwork.Host caller = network.add(1, VirtualNetwork.quiet(Endpoint.loopback(9)));
        network.start();
        network.runFor(Duration.ofSeconds(60));
        List<Observation.DialFailed> failures = caller.observed(Observation.DialFailed.class);
        List<Long> waitsSeconds = failures.stream()
                .map(failure -> TimeUnit.NANOSECONDS.toSeconds(failure.nextTryNanos() - VirtualNetwork.START_NANOS))
                .toList();
        assertThat(waitsSeconds).startsWith(5L, 10L, 13L, 17L, 22L, 28L);
        assertThat(caller.view().failed()).singleElement().satisfies(failed -> {
            assertThat(failed.reason()).isEqualTo(DialFailure.REFUSED);
            assertThat(failed.nextTryNanos()).isGreaterThan(network.now());
        });
        assertThat(caller.view().health()).isEqualTo(NodeView.Health.DISCONNECTED);
    }

    @Test
    void bootstrapAddressesAreDialledHalfASecondApart() {
        VirtualNetwork.Host caller =
                network.add(1, VirtualNetwork.quiet(Endpoint.loopback(7), Endpoint.loopback(8), Endpoint.loopback(9)));
        network.start();
        network.runFor(Duration.ofMillis(600));
        assertThat(caller.observed(Observation.DialFailed.class)).hasSize(2);
    }

    @Test
    void theRoundTripIsTwiceTheLatency() {
        network.latency(Duration.ofMillis(200));
        VirtualNetwork.Host one = network.add(1, VirtualNetwork.quiet());
        network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));
        network.start();
        network.runFor(Duration.ofSeconds(3));
        assertThat(one.view().peers().getFirst().roundTripNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(400));
    }

    @Test
    void aPeerThatLosesAllMessagesIsDegradedAfterAMinuteAndDroppedAfterTwo() {
        VirtualNetwork.Host one = network.add(1, VirtualNetwork.quiet());
        network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));
        network.start();
        network.runFor(Duration.ofSeconds(1));
        network.loss(1);
        network.runFor(Duration.ofSeconds(70));
        assertThat(one.view().peers().getFirst().health()).isEqualTo(NodeView.Health.DEGRADED);
        assertThat(one.view().health()).isEqualTo(NodeView.Health.DEGRADED);
        network.runFor(Duration.ofSeconds(60));
        assertThat(one.view().peers()).isEmpty();
        assertThat(one.observed(Observation.PeerLost.class)).hasSize(1);
    }

    @Test
    void aStoppedNodeHasNoConnectionsAndAStartedOneFindsItsPeersAgain() {
        VirtualNetwork.Host one = network.add(1, VirtualNetwork.quiet());
        VirtualNetwork.Host two = network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));
        network.start();
        network.runFor(Duration.ofSeconds(1));
        two.input(new Input.Stop());
        network.runFor(Duration.ofSeconds(1));
        assertThat(one.view().peers()).isEmpty();
        assertThat(two.view().running()).isFalse();
        assertThat(two.wires).isEmpty();
        two.input(new Input.Start(two.endpoint));
        network.runFor(Duration.ofSeconds(1));
        assertThat(one.view().peers()).hasSize(1);
    }
}

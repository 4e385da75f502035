package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;

/** Peer table and host are compared every minute. */
final class VerificationTest {
    private final VirtualNetwork network = new VirtualNetwork();
    private final VirtualNetwork.Host listener = network.add(1, VirtualNetwork.quiet());
    private final VirtualNetwork.Host dialler = network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));

    @BeforeEach
    void connect() {
        network.start();
        network.runFor(Duration.ofSeconds(2));
    }

    @Test
    void whatAgreesIsLeftAlone() {
        network.runFor(Duration.ofMinutes(10));
        assertThat(dialler.observed(Observation.OrphanRemoved.class)).isEmpty();
        assertThat(dialler.observed(Observation.PeerConnected.class)).hasSize(1);
    }

    @Test
    void aPeerWhoseConnectionTheHostHasLostIsRemovedReportedAndDialledAgain() {
        dialler.wires.clear();
        network.runFor(Duration.ofSeconds(60));
        assertThat(dialler.observed(Observation.OrphanRemoved.class))
                .singleElement()
                .satisfies(orphan -> assertThat(orphan.remote()).isEqualTo(Endpoint.loopback(1)));
        assertThat(dialler.observed(Observation.PeerLost.class).getFirst().cause())
                .isEqualTo("it was gone without a word");
        network.runFor(Duration.ofMinutes(3));
        assertThat(dialler.view().peers()).hasSize(1);
        assertThat(dialler.view().stats().activeConnections()).isEqualTo(1);
    }

    @Test
    void aConnectionThatThePeerTableDoesNotKnowIsEndedAndReported() {
        ConnectionId unknown = new ConnectionId(999);
        listener.wires.put(unknown, new VirtualNetwork.Wire(unknown, listener));
        network.runFor(Duration.ofSeconds(60));
        assertThat(listener.wires).hasSize(1).doesNotContainKey(unknown);
        assertThat(listener.observed(Observation.OrphanRemoved.class))
                .extracting(Observation.OrphanRemoved::connection)
                .containsExactly(unknown);
        assertThat(listener.view().peers()).hasSize(1);
    }

    @Test
    void whatGoesWrongLaterIsFoundTooWithinAMinuteOfIt() {
        for (int minute = 1; minute <= 3; minute++) {
            ConnectionId unknown = new ConnectionId(900 + minute);
            listener.wires.put(unknown, new VirtualNetwork.Wire(unknown, listener));
            network.runFor(Duration.ofSeconds(60));
            assertThat(listener.wires).doesNotContainKey(unknown);
        }
        assertThat(listener.observed(Observation.OrphanRemoved.class)).hasSize(3);
    }
}

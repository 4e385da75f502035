package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.wire.Message;

/** Addresses that the host wants a node to stay connected with. */
class KeptAddressTest {
    private static final Endpoint ADDRESS = Script.ADDRESS;

    @Test
    void anAddressToKeepIsDialledAtOnceAndNeverGivenUp() {
        Script script = keeping();
        for (int i = 1; i <= 10; i++) {
            assertThat(script.view().pending())
                    .extracting(NodeView.PendingDial::remote)
                    .containsExactly(ADDRESS);
            script.give(new Input.DialFailed(ADDRESS, DialFailure.REFUSED));
            assertThat(script.view().failed()).singleElement().returns(i, NodeView.FailedDial::failures);
            script.pass(Duration.ofSeconds(11));
        }
    }

    @Test
    void anAddressToKeepIsDialledAgainAfterAStop() {
        Script script = keeping().give(new Input.Stop());
        assertThat(script.view().pending()).isEmpty();
        script.give(new Input.Start(Endpoint.loopback(1)));
        assertThat(script.view().pending()).hasSize(1);
    }

    @Test
    void aReleasedAddressIsDialledNoMoreAndItsConnectionEnds() {
        Script script = keeping().give(new Input.DialSucceeded(Script.CONNECTION, ADDRESS));
        script.says(new Message.HandshakeAck(Script.PEER, true));
        assertThat(script.view().peers()).hasSize(1);
        script.give(new Input.Release(ADDRESS));
        assertThat(script.ended()).isEqualTo(DisconnectReason.RELEASED);
        script.give(new Input.Closed(Script.CONNECTION, "ended")).pass(Duration.ofMinutes(10));
        assertThat(script.view().peers()).isEmpty();
        assertThat(script.view().pending()).isEmpty();
        assertThat(script.view().failed()).isEmpty();
        assertThat(script.view().away())
                .as("nothing waits for a peer that is not wanted")
                .isEmpty();
    }

    @Test
    void aDialThatSucceedsAfterItsAddressWasReleasedIsEnded() {
        Script script = keeping().give(new Input.Release(ADDRESS));
        script.give(new Input.DialSucceeded(Script.CONNECTION, ADDRESS));
        assertThat(script.ended()).isEqualTo(DisconnectReason.RELEASED);
    }

    @Test
    void anAddressOfTheBootstrapIsDialledOnAfterItsRelease() {
        Script script = Script.dialling().says(new Message.HandshakeAck(Script.PEER, true));
        script.give(new Input.KeepConnected(ADDRESS)).give(new Input.Release(ADDRESS));
        assertThat(script.ended()).isNull();
        assertThat(script.view().peers()).hasSize(1);
    }

    @Test
    void anAddressTooManyIsToldAsADialThatFailed() {
        Script script = new Script(VirtualNetwork.quiet());
        for (int i = 0; i <= ConnectionPool.MAX_KEPT; i++) {
            script.give(new Input.KeepConnected(Endpoint.loopback(10_000 + i)));
        }
        assertThat(script.observed(Observation.DialFailed.class))
                .singleElement()
                .returns(DialFailure.NO_PLACE, Observation.DialFailed::failure)
                .returns(Endpoint.loopback(10_000 + ConnectionPool.MAX_KEPT), Observation.DialFailed::remote);
    }

    private static Script keeping() {
        return new Script(VirtualNetwork.quiet()).give(new Input.KeepConnected(ADDRESS));
    }
}

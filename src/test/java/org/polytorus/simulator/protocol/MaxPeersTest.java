package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** A node has at most as many peers as it was told, whoever dials. */
final class MaxPeersTest {
    private final VirtualNetwork network = new VirtualNetwork();

    @Test
    void aFullNodeTakesNoFurtherPeer() {
        VirtualNetwork.Host hub = network.add(1, VirtualNetwork.quiet(1));
        network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));
        VirtualNetwork.Host late = network.add(3, VirtualNetwork.quiet(Endpoint.loopback(1)));
        network.start();
        network.runFor(Duration.ofSeconds(3));
        assertThat(hub.view().peers()).hasSize(1);
        assertThat(hub.wires).hasSize(1);
        assertThat(late.view().failed()).extracting(NodeView.FailedDial::reason).containsExactly(DialFailure.REJECTED);
    }

    @Test
    void whoIsAPeerAlreadyIsToldSoByAFullNodeAndNotThatItIsFull() {
        Script script = new Script(VirtualNetwork.quiet(1));
        script.give(new Input.Accepted(Script.CONNECTION, Script.ADDRESS)).saysHandshake(NodeType.OURS);
        ConnectionId second = new ConnectionId(2);
        script.give(new Input.Accepted(second, Endpoint.loopback(5000)));
        script.sent();
        script.give(new Input.Received(
                second, MessageCodec.encodePayload(new Message.Handshake(Script.PEER, 1, 0, 0, NodeType.OURS))));
        assertThat(script.sentTo(second)).containsExactly(new Message.HandshakeAck(Script.SELF, true));
        assertThat(script.ended()).isEqualTo(DisconnectReason.DUPLICATE);
        assertThat(script.view().peers())
                .extracting(NodeView.PeerView::connection)
                .containsExactly(Script.CONNECTION);
    }

    @Test
    void aFullNodeDialsNobodyUntilThereIsRoom() {
        VirtualNetwork.Host first = network.add(1, VirtualNetwork.quiet());
        VirtualNetwork.Host second = network.add(2, VirtualNetwork.quiet());
        VirtualNetwork.Host caller =
                network.add(3, VirtualNetwork.quiet(1, Endpoint.loopback(1), Endpoint.loopback(2)));
        network.start();
        network.runFor(Duration.ofMinutes(1));
        assertThat(caller.view().peers()).extracting(NodeView.PeerView::id).containsExactly(first.core.id());
        assertThat(second.observed(Observation.PeerConnected.class)).isEmpty();
        first.input(new Input.Stop());
        network.runFor(Duration.ofSeconds(3));
        assertThat(caller.view().peers()).extracting(NodeView.PeerView::id).containsExactly(second.core.id());
    }

    @Test
    void aDialThatSomebodyElseOvertookFindsNoPlaceAnyMore() {
        Script script = new Script(VirtualNetwork.quiet(1, Script.ADDRESS));
        script.give(new Input.DialSucceeded(Script.CONNECTION, Script.ADDRESS));
        ConnectionId accepted = new ConnectionId(2);
        script.give(new Input.Accepted(accepted, Endpoint.loopback(5000)));
        script.give(new Input.Received(
                accepted, MessageCodec.encodePayload(new Message.Handshake(new PeerId(7, 7), 1, 0, 0, NodeType.OURS))));
        script.says(new Message.HandshakeAck(Script.PEER, true));
        script.give(new Input.Closed(Script.CONNECTION, "ended by this side"));
        assertThat(script.view().peers()).extracting(NodeView.PeerView::id).containsExactly(new PeerId(7, 7));
        assertThat(script.view().failed())
                .extracting(NodeView.FailedDial::reason)
                .containsExactly(DialFailure.NO_PLACE);
    }
}

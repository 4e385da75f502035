package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** A link may keep a connection open long after both sides are done with it. */
final class SlowEndTest {
    private static final ConnectionId ITS = new ConnectionId(7);
    private static final ConnectionId SECOND = new ConnectionId(8);

    @Test
    void aConnectionThatEndsLateDoesNotCountAsTheLossOfTheNextWithTheSameAddress() {
        Script node = Script.dialling();
        node.give(new Input.Accepted(ITS, Endpoint.loopback(5000)));
        node.give(new Input.Received(
                ITS, MessageCodec.encodePayload(new Message.Handshake(Script.PEER, 1, 0, 0, NodeType.POLYTORUS))));
        node.says(new Message.HandshakeAck(Script.PEER, true));
        assertThat(node.ended()).isEqualTo(DisconnectReason.DUPLICATE);

        node.give(new Input.Closed(ITS, "the other side closed it"));
        node.pass(Duration.ofSeconds(2));
        node.give(new Input.DialSucceeded(SECOND, Script.ADDRESS));
        node.give(new Input.Received(SECOND, MessageCodec.encodePayload(new Message.HandshakeAck(Script.PEER, true))));
        assertThat(node.view().peers()).hasSize(1);

        node.give(new Input.Closed(Script.CONNECTION, "the link let it end at last"));
        assertThat(node.view().failed()).isEmpty();
        assertThat(node.core.sight().addresses())
                .singleElement()
                .extracting(NodeSight.Wanted::stage)
                .isEqualTo(NodeSight.Stage.ACTIVE);
    }
}

package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;

/** The protocol has no checksums: an id that a link has altered must not stay. */
final class GarbledIdTest {
    private static final PeerId GARBLED = new PeerId(9, 8);

    @Test
    void aPeerThatIsConfirmedUnderAnotherIdIsConnectedAnew() {
        Script node = Script.accepting();
        node.says(new Message.Handshake(GARBLED, 1, 0, 1_750_000_000L, NodeType.OURS));
        assertThat(node.view().peers()).extracting(NodeView.PeerView::id).containsExactly(GARBLED);
        node.says(new Message.HandshakeAck(Script.PEER, true));
        assertThat(node.view().peers()).isEmpty();
        assertThat(node.ended()).isEqualTo(DisconnectReason.CHANGED_IDENTITY);
    }

    @Test
    void aPeerOfOursIsToldTheIdAgainAndAgain() {
        Script node = Script.accepting().saysHandshake(NodeType.OURS);
        node.sent();
        node.pass(Duration.ofSeconds(70));
        assertThat(node.sent()).contains(new Message.HandshakeAck(Script.SELF, true));
    }

    @Test
    void aNodeOfPolyTorusIsNot() {
        Script node = Script.accepting().saysHandshake(NodeType.POLYTORUS);
        node.sent();
        node.pass(Duration.ofSeconds(70));
        assertThat(node.sent()).hasSizeGreaterThan(3).noneMatch(message -> message instanceof Message.HandshakeAck);
    }
}

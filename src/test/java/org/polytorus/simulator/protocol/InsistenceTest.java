package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** Who was told to be connected with a node gets a place there before those who found it by themselves. */
final class InsistenceTest {
    private static final PeerId FIRST = new PeerId(7, 1);
    private static final PeerId SECOND = new PeerId(7, 2);
    private static final PeerId TOLD = new PeerId(7, 3);

    private final Script full = new Script(VirtualNetwork.quiet(2));

    private void comes(long connection, PeerId peer, String nodeType) {
        ConnectionId id = new ConnectionId(connection);
        full.give(new Input.Accepted(id, Endpoint.loopback(5000 + (int) connection)));
        full.give(new Input.Received(
                id, MessageCodec.encodePayload(new Message.Handshake(peer, 1, 0, 1_750_000_000L, nodeType))));
    }

    private List<PeerId> peers() {
        return full.view().peers().stream().map(NodeView.PeerView::id).toList();
    }

    @Test
    void whoInsistsTakesThePlaceOfTheLatestThatCameByItself() {
        comes(1, FIRST, NodeType.OURS);
        full.pass(Duration.ofSeconds(1));
        comes(2, SECOND, NodeType.OURS);
        comes(3, TOLD, NodeType.OURS);
        assertThat(peers()).as("a newcomer like the others finds no place").containsExactly(FIRST, SECOND);
        comes(4, TOLD, NodeType.OURS_GIVEN);
        assertThat(peers()).containsExactly(FIRST, TOLD);
    }

    @Test
    void nobodyWhoInsistedHasToGo() {
        comes(1, FIRST, NodeType.OURS_GIVEN);
        comes(2, SECOND, NodeType.OURS_GIVEN);
        comes(3, TOLD, NodeType.OURS_GIVEN);
        assertThat(peers()).containsExactly(FIRST, SECOND);
    }

    @Test
    void othersAreNotToldThatItInsisted() {
        comes(1, TOLD, NodeType.OURS_GIVEN);
        assertThat(full.view().peers())
                .singleElement()
                .extracting(NodeView.PeerView::nodeType)
                .isEqualTo(NodeType.OURS);
    }

    @Test
    void aNodeInsistsOnlyWhereItWasTurnedAway() {
        Script node = Script.dialling();
        assertThat(handshake(node).nodeType()).isEqualTo(NodeType.OURS);
        node.says(new Message.HandshakeAck(Script.PEER, false));
        node.give(new Input.Closed(Script.CONNECTION, "turned away"));
        node.pass(Duration.ofSeconds(6));
        node.give(new Input.DialSucceeded(new ConnectionId(2), Script.ADDRESS));
        assertThat(handshake(node).nodeType()).isEqualTo(NodeType.OURS_GIVEN);
    }

    private static Message.Handshake handshake(Script node) {
        return node.sent().stream()
                .filter(Message.Handshake.class::isInstance)
                .map(Message.Handshake.class::cast)
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}

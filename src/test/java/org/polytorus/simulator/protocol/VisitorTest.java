package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** Who may ask a node for others without being its peer. */
final class VisitorTest {
    private static final Message REQUEST = new Message.PeerList(List.of());

    @Test
    void aStrangerThatHasNotSaidWhoItIsIsToldOfNobody() {
        Script script = Script.accepting().says(REQUEST);
        assertThat(script.sent()).noneMatch(Message.PeerList.class::isInstance);
        assertThat(script.observed(Observation.Misbehaved.class))
                .extracting(Observation.Misbehaved::misbehaviour)
                .containsExactly(Misbehaviour.DATA_BEFORE_HANDSHAKE);
    }

    @Test
    void aVisitorOnTheBlacklistIsSentAway() {
        Script script = Script.accepting();
        script.give(new Input.BlacklistPeer(Script.PEER, "it asks too much", null));
        script.saysHandshake(NodeType.VISITOR);
        assertThat(script.sent()).containsExactly(new Message.HandshakeAck(Script.SELF, false));
        assertThat(script.ended()).isEqualTo(DisconnectReason.BLACKLISTED);
    }

    @Test
    void ofManyVisitorsAtOnceThoseBeyondTheBoundAreSentAway() {
        Script script = new Script(VirtualNetwork.quiet());
        for (int i = 0; i < Handshakes.MAX_VISITORS; i++) {
            visit(script, i);
        }
        assertThat(script.sent()).doesNotContain(new Message.HandshakeAck(Script.SELF, false));
        visit(script, Handshakes.MAX_VISITORS);
        assertThat(script.sent()).containsExactly(new Message.HandshakeAck(Script.SELF, false));
        assertThat(script.ended()).isEqualTo(DisconnectReason.TOO_MANY_PEERS);
    }

    @Test
    void aFullNodeHasStillRoomForAVisitor() {
        Script script = new Script(VirtualNetwork.quiet(1));
        script.give(new Input.Accepted(Script.CONNECTION, Script.ADDRESS)).saysHandshake(NodeType.OURS);
        script.sent();
        visit(script, 0);
        assertThat(script.sent()).contains(new Message.HandshakeAck(Script.SELF, true));
        assertThat(script.ended()).isNull();
    }

    @Test
    void peersAreNoVisitorsHoweverManyTheyAre() {
        Script script = new Script(VirtualNetwork.quiet());
        for (int i = 0; i <= Handshakes.MAX_VISITORS; i++) {
            greet(script, i, NodeType.OURS);
        }
        visit(script, Handshakes.MAX_VISITORS + 1);
        assertThat(script.view().peers()).hasSize(Handshakes.MAX_VISITORS + 1);
        assertThat(script.ended()).isNull();
    }

    private static void visit(Script script, int number) {
        greet(script, number, NodeType.VISITOR);
    }

    private static void greet(Script script, int number, String nodeType) {
        ConnectionId connection = new ConnectionId(100 + number);
        script.give(new Input.Accepted(connection, Script.ADDRESS));
        Message handshake = new Message.Handshake(new PeerId(50, number + 1), 1, 0, 1_750_000_000L, nodeType);
        script.give(new Input.Received(connection, MessageCodec.encodePayload(handshake)));
    }
}

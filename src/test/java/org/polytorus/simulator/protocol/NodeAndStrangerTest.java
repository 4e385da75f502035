package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.chain.Genesis;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** A node against real PolyTorus behaviour, word for word, and against peers that break rules. */
final class NodeAndStrangerTest {
    private static final String POLYTORUS = "full_node";
    private static final Hash UNKNOWN = new Hash(1, 2, 3, 4);

    @Test
    void aPolyTorusNodeThatDialsUsGetsAckAndOurHandshake() {
        Script script = Script.accepting().saysHandshake(POLYTORUS);
        List<Message> answer = script.sent();
        assertThat(answer).extracting(Message::kind).startsWith(MessageKind.HANDSHAKE_ACK, MessageKind.HANDSHAKE);
        assertThat(answer.getFirst()).isEqualTo(new Message.HandshakeAck(Script.SELF, true));
        script.says(new Message.HandshakeAck(Script.PEER, true));
        assertThat(script.view().peers())
                .singleElement()
                .satisfies(peer -> assertThat(peer.id()).isEqualTo(Script.PEER));
        assertThat(script.ended()).isNull();
    }

    @Test
    void aPolyTorusNodeThatWeDialIsRegisteredByItsAckAlone() {
        Script script = Script.dialling();
        assertThat(script.sent()).singleElement().isInstanceOf(Message.Handshake.class);
        script.says(new Message.HandshakeAck(Script.PEER, true));
        assertThat(script.view().peers()).hasSize(1);
    }

    @Test
    void theHandshakeIsSentExactlyOnceOnEitherSide() {
        Script dialler = Script.dialling();
        dialler.says(new Message.HandshakeAck(Script.PEER, true)).saysHandshake(NodeType.OURS);
        assertThat(dialler.sent())
                .filteredOn(Message.Handshake.class::isInstance)
                .hasSize(1);
        Script acceptor = Script.accepting().saysHandshake(NodeType.OURS);
        acceptor.says(new Message.HandshakeAck(Script.PEER, true)).pass(Duration.ofSeconds(25));
        assertThat(acceptor.sent())
                .filteredOn(Message.Handshake.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aBlockGoesInFullToPolyTorusAndAsAnAnnouncementToOurs() {
        Script plain = Script.accepting().saysHandshake(POLYTORUS);
        plain.sent();
        plain.give(new Input.MineBlock());
        assertThat(plain.sent()).extracting(Message::kind).containsExactly(MessageKind.BLOCK_DATA);
        Script ours = Script.accepting().saysHandshake(NodeType.OURS);
        ours.sent();
        ours.give(new Input.MineBlock());
        assertThat(ours.sent())
                .singleElement()
                .isInstanceOfSatisfying(
                        Message.BlockAnnouncement.class,
                        announcement -> assertThat(announcement.blockHash())
                                .startsWith("\"")
                                .endsWith("\"")
                                .hasSize(66));
    }

    @Test
    void aTransactionGoesInFullToPolyTorus() {
        Script script = Script.accepting().saysHandshake(POLYTORUS);
        script.sent();
        script.give(new Input.SendTransaction("alice", "bob", 5));
        assertThat(script.sent()).singleElement().isInstanceOf(Message.TransactionData.class);
    }

    @Test
    void anEchoedRequestIsNotAnsweredWithAnother() {
        Script script = Script.accepting().saysHandshake(NodeType.OURS);
        script.sent();
        script.says(new Message.BlockAnnouncement(UNKNOWN.blockText(), 7));
        assertThat(script.sent()).containsExactly(new Message.BlockRequest(UNKNOWN.blockText()));
        script.says(new Message.BlockRequest(UNKNOWN.blockText()));
        assertThat(script.sent()).isEmpty();
    }

    @Test
    void aListenerThatNeverIntroducedItselfIsAskedOnceAndKnownByItsEcho() {
        Script script = Script.dialling().says(new Message.HandshakeAck(Script.PEER, true));
        script.sent();
        script.says(new Message.BlockAnnouncement(UNKNOWN.blockText(), 7));
        assertThat(script.sent()).containsExactly(new Message.BlockRequest(UNKNOWN.blockText()));
        script.says(new Message.BlockRequest(UNKNOWN.blockText()));
        script.says(new Message.BlockAnnouncement(new Hash(5, 6, 7, 8).blockText(), 8));
        assertThat(script.sent()).isEmpty();
    }

    @Test
    void aRequestIsAnsweredWhicheverWayTheHashIsWritten() {
        Script script = Script.accepting().saysHandshake(NodeType.OURS);
        script.sent();
        for (String text : List.of(Genesis.HASH.toString(), Genesis.HASH.blockText(), Genesis.HASH.transactionText())) {
            script.says(new Message.BlockRequest(text));
            assertThat(script.sent()).containsExactly(new Message.BlockData(Genesis.BLOCK));
        }
        script.says(new Message.BlockRequest("next_block_hash"));
        assertThat(script.sent()).isEmpty();
        assertThat(script.ended()).isNull();
    }

    @Test
    void theSameThingIsNotRequestedTwiceAtOnce() {
        Script script = Script.accepting().saysHandshake(NodeType.OURS);
        script.sent();
        script.says(new Message.BlockAnnouncement(UNKNOWN.blockText(), 7))
                .says(new Message.BlockAnnouncement(UNKNOWN.blockText(), 7));
        assertThat(script.sent()).hasSize(1);
    }

    @Test
    void aPingIsAnsweredEvenBeforeTheHandshake() {
        Script script = Script.accepting().says(new Message.Ping(77, 1));
        assertThat(script.sent())
                .singleElement()
                .isInstanceOfSatisfying(
                        Message.Pong.class, pong -> assertThat(pong.nonce()).isEqualTo(77));
    }

    @Test
    void aSilentConnectionIsEndedAfterTheHandshakeTimeout() {
        Script script = Script.accepting().pass(Duration.ofMillis(9_999));
        assertThat(script.ended()).isNull();
        script.pass(Duration.ofMillis(2));
        assertThat(script.ended()).isEqualTo(DisconnectReason.NO_HANDSHAKE);
    }

    @Test
    void anotherVersionIsToldSoAndTurnedAway() {
        Script script = Script.accepting().says(new Message.Handshake(Script.PEER, 2, 0, 0, POLYTORUS));
        assertThat(script.sent())
                .containsExactly(new Message.ErrorMessage("Protocol version mismatch: expected 1, got 2"));
        assertThat(script.ended()).isEqualTo(DisconnectReason.WRONG_VERSION);
        assertThat(script.view().peers()).isEmpty();
    }

    @Test
    void aSecondHandshakeOnOneConnectionEndsIt() {
        Script script = Script.accepting().saysHandshake(POLYTORUS);
        script.sent();
        script.saysHandshake(POLYTORUS);
        assertThat(script.sent()).containsExactly(new Message.ErrorMessage("Already connected"));
        assertThat(script.ended()).isEqualTo(DisconnectReason.SECOND_HANDSHAKE);
        assertThat(script.observed(Observation.Misbehaved.class))
                .extracting(Observation.Misbehaved::misbehaviour)
                .containsExactly(Misbehaviour.SECOND_HANDSHAKE);
    }

    @Test
    void theSamePolyTorusPeerOnASecondConnectionIsToldThatItIsConnected() {
        Script script = Script.accepting().saysHandshake(POLYTORUS);
        script.sent();
        ConnectionId second = new ConnectionId(2);
        script.give(new Input.Accepted(second, Script.ADDRESS));
        script.give(new Input.Received(
                second, MessageCodec.encodePayload(new Message.Handshake(Script.PEER, 1, 0, 0, POLYTORUS))));
        assertThat(script.sent()).containsExactly(new Message.ErrorMessage("Already connected"));
        assertThat(script.ended()).isEqualTo(DisconnectReason.DUPLICATE);
        assertThat(script.view().peers()).hasSize(1);
    }

    @Test
    void aPeerThatChangesItsIdIsTurnedAway() {
        Script script = Script.dialling().says(new Message.HandshakeAck(Script.PEER, true));
        script.says(new Message.Handshake(new PeerId(1, 2), 1, 0, 0, POLYTORUS));
        assertThat(script.ended()).isEqualTo(DisconnectReason.CHANGED_IDENTITY);
    }

    @Test
    void aRefusedHandshakeEndsTheConnection() {
        assertThat(Script.dialling()
                        .says(new Message.HandshakeAck(Script.PEER, false))
                        .ended())
                .isEqualTo(DisconnectReason.REJECTED);
        assertThat(Script.dialling()
                        .says(new Message.ErrorMessage("Already connected"))
                        .ended())
                .isEqualTo(DisconnectReason.REJECTED);
    }

    @Test
    void garbageEndsTheConnectionWithoutAReply() {
        Script script = Script.accepting().saysRaw("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(script.sent()).isEmpty();
        assertThat(script.ended()).isEqualTo(DisconnectReason.MALFORMED);
        assertThat(script.view().stats().messagesReceived()).isEqualTo(1);
        assertThat(script.view().stats().bytesReceived()).isEqualTo(22);
    }

    @Test
    void dataBeforeTheHandshakeIsIgnored() {
        Script script = Script.accepting().says(new Message.BlockData(Genesis.BLOCK));
        assertThat(script.sent()).isEmpty();
        assertThat(script.observed(Observation.Misbehaved.class))
                .extracting(Observation.Misbehaved::misbehaviour)
                .containsExactly(Misbehaviour.DATA_BEFORE_HANDSHAKE);
    }

    @Test
    void anInvalidBlockIsNamedAndNotPassedOn() {
        Script script = Script.accepting().saysHandshake(NodeType.OURS);
        script.sent();
        Block genesis = Genesis.BLOCK;
        Block forged = new Block(
                genesis.timestamp(),
                genesis.transactions(),
                genesis.hash(),
                UNKNOWN.toString(),
                1,
                1,
                1,
                genesis.difficultyConfig(),
                genesis.miningStats(),
                genesis.commitment());
        script.says(new Message.BlockData(forged));
        assertThat(script.sent()).isEmpty();
        assertThat(script.observed(Observation.BlockRejected.class)).hasSize(1);
        assertThat(script.view().height()).isZero();
    }

    @Test
    void messagesForACongestedPeerWaitAndTheOldestGiveWay() {
        Script script = Script.accepting().saysHandshake(POLYTORUS);
        script.sent();
        script.give(new Input.Congestion(Script.CONNECTION, true));
        for (int i = 0; i < OutboundQueue.MAX_MESSAGES + 5; i++) {
            script.says(new Message.Ping(i, 0));
        }
        assertThat(script.sent()).isEmpty();
        assertThat(script.view().peers().getFirst().queued()).isEqualTo(OutboundQueue.MAX_MESSAGES);
        assertThat(script.view().peers().getFirst().dropped()).isEqualTo(5);
        script.give(new Input.Congestion(Script.CONNECTION, false));
        List<Message> late = script.sent();
        assertThat(late).hasSize(OutboundQueue.MAX_MESSAGES);
        assertThat(((Message.Pong) late.getFirst()).nonce()).isEqualTo(5);
    }

    @Test
    void aQuietPolyTorusPeerIsKeptWarmEveryTwentySeconds() {
        Script script = Script.accepting().saysHandshake(POLYTORUS);
        script.sent();
        script.pass(Duration.ofMillis(20_001));
        assertThat(script.sent())
                .extracting(Message::kind)
                .containsExactly(MessageKind.PING, MessageKind.STATUS_UPDATE);
    }
}

package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** What a peer that was away gets when it returns. */
final class AwayPeersTest {
    private final VirtualNetwork network = new VirtualNetwork();
    private final VirtualNetwork.Host home = network.add(1, VirtualNetwork.quiet());
    private final VirtualNetwork.Host traveller = network.add(2, VirtualNetwork.quiet(Endpoint.loopback(1)));

    private void leave() {
        network.start();
        network.runFor(Duration.ofSeconds(2));
        network.isolate(traveller);
        network.runFor(Duration.ofSeconds(1));
        assertThat(home.view().peers()).isEmpty();
    }

    private void send(int transactions) {
        for (int i = 0; i < transactions; i++) {
            home.input(new Input.SendTransaction("alice", "bob", 1 + i));
        }
    }

    @Test
    void transactionsMadeMeanwhileAreDeliveredAfterTheReturn() {
        leave();
        send(3);
        network.runFor(Duration.ofMinutes(1));
        assertThat(home.view().away()).singleElement().satisfies(away -> {
            assertThat(away.id()).isEqualTo(traveller.core.id());
            assertThat(away.waiting()).isEqualTo(3);
        });
        assertThat(home.view().queueStats().highQueueSize()).isEqualTo(3);
        network.rejoin(traveller);
        network.runFor(Duration.ofSeconds(2));
        assertThat(traveller.view().mempoolSize()).isEqualTo(3);
        assertThat(home.view().away()).isEmpty();
        assertThat(home.view().queueStats().highQueueSize()).isZero();
    }

    @Test
    void ofMoreThanAThousandTheOldestAreDroppedAndCounted() {
        leave();
        send(1_005);
        network.runFor(Duration.ofSeconds(1));
        assertThat(home.view().away()).singleElement().satisfies(away -> {
            assertThat(away.waiting()).isEqualTo(1_000);
            assertThat(away.dropped()).isEqualTo(5);
        });
        assertThat(home.view().queueStats().totalMessagesDropped()).isEqualTo(5);
        network.rejoin(traveller);
        network.runFor(Duration.ofSeconds(25));
        assertThat(traveller.view().mempoolSize()).isEqualTo(1_000);
    }

    @Test
    void afterFiveMinutesNobodyWaitsForAPeerAnyMore() {
        leave();
        send(3);
        network.runFor(Duration.ofMinutes(6));
        assertThat(home.view().away()).isEmpty();
        assertThat(home.view().queueStats().totalMessagesDropped()).isEqualTo(3);
        assertThat(home.view().queueStats().highQueueSize()).isZero();
    }

    @Test
    void nothingIsKeptForAPeerThatWasSentAway() {
        network.start();
        network.runFor(Duration.ofSeconds(2));
        home.input(new Input.BlacklistPeer(traveller.core.id(), "enough", null));
        send(3);
        network.runFor(Duration.ofSeconds(1));
        assertThat(home.view().away()).isEmpty();
    }

    @Test
    void aPolyTorusPeerThatNeverAsksGetsTheBlocksThatItMissed() {
        Script script = Script.accepting().saysHandshake(NodeType.POLYTORUS);
        script.give(new Input.Closed(Script.CONNECTION, "reset"));
        script.give(new Input.MineBlock()).give(new Input.MineBlock());
        script.sent();
        ConnectionId again = new ConnectionId(2);
        script.give(new Input.Accepted(again, Script.ADDRESS));
        script.give(new Input.Received(
                again, MessageCodec.encodePayload(new Message.Handshake(Script.PEER, 1, 0, 0, NodeType.POLYTORUS))));
        assertThat(script.sent())
                .filteredOn(Message.BlockData.class::isInstance)
                .extracting(message -> ((Message.BlockData) message).block().height())
                .containsExactly(1, 2);
    }

    @Test
    void whatWasQueuedWhenTheConnectionBrokeIsNotLost() {
        Script script = Script.accepting().saysHandshake(NodeType.OURS);
        script.give(new Input.Congestion(Script.CONNECTION, true));
        script.give(new Input.SendTransaction("alice", "bob", 1)).says(new Message.Ping(1, 1));
        script.give(new Input.Closed(Script.CONNECTION, "reset"));
        assertThat(script.view().away())
                .singleElement()
                .satisfies(away -> assertThat(away.waiting())
                        .as("the pong has lost its point")
                        .isEqualTo(1));
        assertThat(script.view().queueStats().totalMessagesDropped()).isEqualTo(1);
        assertThat(script.sent()).extracting(Message::kind).doesNotContain(MessageKind.TRANSACTION_ANNOUNCEMENT);
    }

    @Test
    void atMostAHundredPeersAreWaitedFor() {
        Script script = new Script(VirtualNetwork.quiet());
        for (int i = 1; i <= AwayPeers.MAX_PEERS + 5; i++) {
            ConnectionId connection = new ConnectionId(i);
            script.give(new Input.Accepted(connection, Endpoint.loopback(i)));
            script.give(new Input.Received(
                    connection,
                    MessageCodec.encodePayload(new Message.Handshake(new PeerId(0, i), 1, 0, 0, NodeType.OURS))));
            script.give(new Input.Closed(connection, "reset"));
        }
        assertThat(script.view().away()).hasSize(AwayPeers.MAX_PEERS);
        assertThat(script.view().away().getFirst().id()).isEqualTo(new PeerId(0, 6));
    }
}

package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polytorus.simulator.chain.HostileChain;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** How long somebody who was asked has before the next is asked. */
final class RequestTimeoutTest {
    private static final ConnectionId SECOND = new ConnectionId(2);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 25})
    void theNextHolderOfABlockIsAskedWhenTheTimeOfTheFirstIsOverAndNotSooner(int seconds) {
        String hash = "\"" + HostileChain.valid().hash() + "\"";
        Message request = new Message.BlockRequest(hash);
        theNextIsAsked(seconds, new Message.BlockAnnouncement(hash, 1), request);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 25})
    void soIsTheNextHolderOfATransaction(int seconds) {
        String hash = new Hash(1, 2, 3, 4).transactionText();
        Message request = new Message.TransactionRequest(hash);
        theNextIsAsked(seconds, new Message.TransactionAnnouncement(hash), request);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 25})
    void whoIsTheOnlyHolderIsGivenUpThenAndAskedAnewWhenItAnnouncesAgain(int seconds) {
        Script script = script(seconds);
        String hash = "\"" + HostileChain.valid().hash() + "\"";
        Message announcement = new Message.BlockAnnouncement(hash, 1);
        Message request = new Message.BlockRequest(hash);
        assertThat(script.says(announcement).sent()).contains(request);

        script.pass(Duration.ofSeconds(seconds).minus(A_MOMENT));
        assertThat(script.says(announcement).sent()).doesNotContain(request);
        script.pass(A_MOMENT);
        assertThat(script.says(announcement).sent()).contains(request);
    }

    private static void theNextIsAsked(int seconds, Message announcement, Message request) {
        Script script = script(seconds);
        script.says(announcement);
        second(script, announcement);
        assertThat(script.sentTo(SECOND)).as("the first was asked").doesNotContain(request);

        script.pass(Duration.ofSeconds(seconds).minus(A_MOMENT));
        assertThat(script.sentTo(SECOND)).doesNotContain(request);
        script.pass(A_MOMENT);
        assertThat(script.sentTo(SECOND)).contains(request);
    }

    /** A node that judges nobody by how fast it was, with two peers of which the first has just said who it is. */
    private static Script script(int seconds) {
        Script script = new Script(VirtualNetwork.quiet()
                .but()
                .requestTimeout(Duration.ofSeconds(seconds))
                .qualityOfService(false)
                .build());
        script.give(new Input.Accepted(Script.CONNECTION, Script.ADDRESS)).saysHandshake(NodeType.OURS);
        script.give(new Input.Accepted(SECOND, Endpoint.loopback(5000)));
        second(script, new Message.Handshake(new PeerId(7, 7), 1, 0, 0, NodeType.OURS));
        script.sent();
        return script;
    }

    private static void second(Script script, Message message) {
        script.give(new Input.Received(SECOND, MessageCodec.encodePayload(message)));
    }
}

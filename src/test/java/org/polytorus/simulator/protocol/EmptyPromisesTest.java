package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polytorus.simulator.chain.HostileChain;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

/** A peer that announces what it does not have: it is asked in measure, and in the end sent away; honest ones are not. */
final class EmptyPromisesTest {
    private static final int MILLION = 1_000_000;
    private static final ConnectionId HONEST = new ConnectionId(2);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private final Script script = Script.accepting().saysHandshake(NodeType.OURS);

    @Test
    void aMillionAnnouncedBlocksMakeNoMoreThanItsShareOfRequests() {
        announce(MILLION, EmptyPromisesTest::block);
        long requests = script.sent().stream()
                .filter(Message.BlockRequest.class::isInstance)
                .count();
        assertThat(requests).isEqualTo(RequestTracker.MAX_OPEN_OF_PEER);
        assertThat(script.ended()).isNull();
    }

    @Test
    void aMillionAnnouncedTransactionsMakeNoMoreThanItsShareOfRequests() {
        announce(MILLION, EmptyPromisesTest::transaction);
        script.pass(Duration.ofSeconds(9));
        long requests = script.sent().stream()
                .filter(Message.TransactionRequest.class::isInstance)
                .count();
        assertThat(requests).isPositive().isLessThanOrEqualTo(RequestTracker.MAX_OPEN_OF_PEER);
    }

    @Test
    void whoAnnouncesWithoutEndDoesNotKeepTheBlocksOfOthersOut() {
        announce(MILLION / 10, EmptyPromisesTest::block);
        joinHonest();
        String hash = HostileChain.valid().hash();
        honestSays(new Message.BlockAnnouncement("\"" + hash + "\"", 1));
        assertThat(script.sent()).contains(new Message.BlockRequest("\"" + hash + "\""));
        honestSays(new Message.BlockData(HostileChain.valid()));
        assertThat(script.view().height()).isEqualTo(1);
    }

    @Test
    void whoNeverHandsOverWhatItAnnouncesIsNamedAndBlacklisted() {
        for (int minute = 0; minute < 3 && script.ended() == null; minute++) {
            for (int third = 0; third < 3; third++) {
                announce(Promises.BROKEN_ROW, EmptyPromisesTest::block);
                answerPings();
                script.pass(Duration.ofSeconds(20));
            }
        }
        assertThat(script.observed(Observation.Misbehaved.class))
                .hasSize(3)
                .allMatch(seen -> seen.misbehaviour() == Misbehaviour.EMPTY_PROMISES);
        assertThat(script.ended()).isEqualTo(DisconnectReason.BLACKLISTED);
        assertThat(script.view().blacklist())
                .singleElement()
                .satisfies(entry -> assertThat(entry.reason()).contains("announcements of what it does not hand over"));
    }

    @Test
    void aLinkThatSwallowsOurRequestsIsNotThePeersFault() {
        announce(RequestTracker.MAX_OPEN_OF_PEER, EmptyPromisesTest::block);
        script.pass(REQUEST_TIMEOUT);
        assertThat(script.observed(Observation.Misbehaved.class)).isEmpty();
    }

    @Test
    void aBlackHoleAfterTheLastPongIsNotThePeersFault() {
        announce(RequestTracker.MAX_OPEN_OF_PEER, EmptyPromisesTest::block);
        answerPings();
        script.pass(Duration.ofSeconds(100));
        assertThat(script.ended()).isNull();
        assertThat(script.view().peers()).hasSize(1);
    }

    @Test
    void whoHandsOneThingOverIsForgivenWhatCameBefore() {
        for (int round = 0; round < 20; round++) {
            long first = round * 1_000L;
            announce(Promises.BROKEN_ROW - 1, n -> block(n + first));
            script.pass(Duration.ofMillis(1));
            answerPings();
            script.pass(REQUEST_TIMEOUT);
            script.says(new Message.BlockData(HostileChain.valid()));
        }
        assertThat(script.observed(Observation.Misbehaved.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5})
    void honestPeersAreNotPunishedForALinkThatLosesMessages(double loss) {
        VirtualNetwork network = new VirtualNetwork().loss(loss);
        List<VirtualNetwork.Host> hosts = new ArrayList<>();
        for (int port = 1; port <= 3; port++) {
            List<Endpoint> others = hosts.stream().map(host -> host.endpoint).toList();
            NodeSettings settings = VirtualNetwork.quiet(others.toArray(Endpoint[]::new));
            hosts.add(network.add(
                    port,
                    settings.but()
                            .mining(true)
                            .blockTime(Duration.ofSeconds(2))
                            .transactionInterval(Duration.ofMillis(500))
                            .build()));
        }
        network.start();
        network.runFor(Duration.ofMinutes(4));
        for (VirtualNetwork.Host host : hosts) {
            assertThat(host.observed(Observation.Misbehaved.class))
                    .noneMatch(seen -> seen.misbehaviour() == Misbehaviour.EMPTY_PROMISES);
            assertThat(host.view().height()).isGreaterThan(50);
        }
    }

    private void announce(int count, LongFunction<Message> announcement) {
        for (int n = 0; n < count; n++) {
            script.says(announcement.apply(n));
        }
    }

    private void answerPings() {
        script.pass(Duration.ofMillis(1));
        for (Message sent : script.sent()) {
            if (sent instanceof Message.Ping ping) {
                script.says(new Message.Pong(ping.nonce(), ping.timestampSeconds()));
            }
        }
    }

    private void joinHonest() {
        script.give(new Input.Accepted(HONEST, Endpoint.loopback(5000)));
        honestSays(new Message.Handshake(new PeerId(7, 7), 1, 0, 0, NodeType.OURS));
        script.sent();
    }

    private void honestSays(Message message) {
        script.give(new Input.Received(HONEST, MessageCodec.encodePayload(message)));
    }

    private static Message block(long n) {
        return new Message.BlockAnnouncement(new Hash(n, 1, 2, 3).blockText(), 1);
    }

    private static Message transaction(long n) {
        return new Message.TransactionAnnouncement(new Hash(n, 1, 2, 3).transactionText());
    }
}

package org.polytorus.simulator.protocol;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.DiscoverySettings;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.IpAddress;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.PeerInfo;

/** What a node asks, tells and believes about addresses, against a peer whose every word the test writes. */
final class PeerExchangeTest {
    private static final Message REQUEST = new Message.PeerList(List.of());
    private static final PeerId OTHER = new PeerId(7, 7);
    private static final Hash TARGET = new Hash(1, 2, 3, 4);

    @Test
    void aPolyTorusNodeIsOnlyAskedForItsListAndNeverSentWhatItDoesNotKnow() {
        Script script = searching().saysHandshake(NodeType.POLYTORUS);
        script.pass(Duration.ofSeconds(100));
        List<Message> sent = script.sent();
        assertThat(sent).allMatch(message -> message.kind().isOfPolyTorus());
        assertThat(lists(sent)).isNotEmpty().allMatch(List::isEmpty);
    }

    @Test
    void aNodeThatDoesNotLookForPeersAsksForNothing() {
        Script script = Script.accepting().saysHandshake(NodeType.OURS);
        script.pass(Duration.ofSeconds(100));
        assertThat(lists(script.sent())).isEmpty();
    }

    @Test
    void whoHasDialledOneOfOursTellsItWhereItListens() {
        Script script = Script.dialling();
        script.says(new Message.HandshakeAck(Script.PEER, true)).saysHandshake(NodeType.OURS);
        assertThat(lists(script.sent())).singleElement().satisfies(list -> {
            assertThat(list).extracting(PeerInfo::peerId).containsExactly(Script.SELF);
            assertThat(list).extracting(PeerInfo::address).containsExactly(Endpoint.loopback(1));
        });
    }

    @Test
    void whoHasDialledAPolyTorusNodeTellsItNothing() {
        Script script = Script.dialling();
        script.says(new Message.HandshakeAck(Script.PEER, true)).saysHandshake(NodeType.POLYTORUS);
        assertThat(lists(script.sent())).isEmpty();
    }

    @Test
    void aRequestIsAnsweredWithThePeersButNotWithTheAsker() {
        Script script = Script.accepting().saysHandshake(NodeType.OURS);
        script.says(listOf(entry(Script.PEER, 4001)));
        ConnectionId second = new ConnectionId(2);
        script.give(new Input.Accepted(second, Endpoint.loopback(5000)));
        say(script, second, new Message.Handshake(OTHER, 1, 3, 0, NodeType.OURS));
        say(script, second, listOf(entry(OTHER, 5001)));
        script.sent();
        script.says(REQUEST);
        assertThat(lists(script.sent())).singleElement().satisfies(list -> {
            assertThat(list).extracting(PeerInfo::peerId).containsExactly(OTHER);
            assertThat(list).extracting(PeerInfo::address).containsExactly(Endpoint.loopback(5001));
        });
    }

    @Test
    void aNodeThatKnowsNobodyAnswersWithItselfSinceAnEmptyAnswerWouldBeARequest() {
        Script script = Script.accepting().saysHandshake(NodeType.POLYTORUS);
        script.sent();
        script.says(REQUEST);
        assertThat(lists(script.sent()))
                .singleElement()
                .satisfies(list -> assertThat(list).extracting(PeerInfo::peerId).containsExactly(Script.SELF));
    }

    @Test
    void anAnswerHasAtMostAHundredEntries() {
        Script script = askedForAList();
        script.says(new Message.PeerList(IntStream.rangeClosed(1, 300)
                .mapToObj(i -> entry(new PeerId(3, i), 6000 + i))
                .toList()));
        assertThat(script.view().discovery().knownAddresses()).isEqualTo(300);
        script.says(REQUEST);
        assertThat(lists(script.sent()))
                .singleElement()
                .satisfies(list -> assertThat(list).hasSize(PeerExchange.MAX_ENTRIES));
    }

    @Test
    void aSecondRequestWithinFiveSecondsIsNotAnswered() {
        Script script = Script.accepting().saysHandshake(NodeType.OURS);
        script.sent();
        script.says(REQUEST).says(REQUEST);
        assertThat(lists(script.sent())).hasSize(1);
        assertThat(rules(script)).containsExactly(Misbehaviour.TOO_MANY_QUESTIONS);
        assertThat(script.view().discovery().questionsIgnored()).isEqualTo(1);
        script.pass(Duration.ofSeconds(5)).says(REQUEST);
        assertThat(lists(script.sent())).hasSize(1);
    }

    @Test
    void ofAListThatNobodyAskedForOnlyTheSendersOwnAddressCounts() {
        Script script = Script.accepting().saysHandshake(NodeType.OURS);
        script.says(listOf(entry(OTHER, 5001), entry(Script.PEER, 4001), entry(new PeerId(8, 8), 5002)));
        assertThat(script.view().discovery().knownAddresses()).isEqualTo(1);
        assertThat(script.view().discovery().contacts()).isEqualTo(1);
    }

    @Test
    void nobodySendsUsToTheAddressOfSomebodyElse() {
        Script script = Script.accepting().saysHandshake(NodeType.OURS);
        script.says(listOf(at(Script.PEER, "203.0.113.5:80")));
        assertThat(script.view().discovery().knownAddresses()).isZero();
    }

    @Test
    void aListThatIsMostlyNonsenseIsNamedAndItsGoodEntriesAreTaken() {
        Script script = askedForAList();
        script.says(listOf(
                entry(OTHER, 0),
                at(OTHER, "224.0.0.1:5001"),
                at(OTHER, "0.0.0.0:5001"),
                at(OTHER, "198.51.100.1:5001"),
                at(OTHER, "255.255.255.255:5001"),
                entry(Script.SELF, 5003),
                entry(OTHER, 1),
                new PeerInfo(OTHER, Endpoint.loopback(5004), 0, 0, "x".repeat(257)),
                entry(OTHER, 5005)));
        assertThat(rules(script)).containsExactly(Misbehaviour.NONSENSE_ADDRESSES);
        assertThat(script.view().discovery().knownAddresses()).isEqualTo(1);
    }

    @Test
    void aNodeThatOthersMachinesReachBelievesInTheirAddressesButNotInThoseThatNobodyCanHave() {
        Script script = askedForAList(requireNonNull(Endpoint.parse("203.0.113.9:1")));
        script.says(listOf(
                at(OTHER, "224.0.0.1:5001"),
                at(OTHER, "0.0.0.0:5001"),
                at(OTHER, "255.255.255.255:5001"),
                at(OTHER, "198.51.100.1:5001"),
                at(OTHER, "198.51.100.2:5001"),
                at(OTHER, "198.51.100.3:5001")));
        assertThat(rules(script)).isEmpty();
        assertThat(script.view().discovery().knownAddresses()).isEqualTo(3);
    }

    @Test
    void aSecondAnswerToOneQuestionHasNoEffect() {
        Script script = askedForAList();
        script.says(listOf(entry(OTHER, 5001)));
        script.says(listOf(entry(new PeerId(8, 8), 5002)));
        assertThat(script.view().discovery().knownAddresses()).isEqualTo(1);
    }

    @Test
    void ofAListOfMoreThanAThousandTheRestIsLeftOut() {
        Script script = askedForAList();
        script.says(new Message.PeerList(IntStream.rangeClosed(1, 3_000)
                .mapToObj(i -> entry(new PeerId(3, i), 6000 + i))
                .toList()));
        assertThat(script.view().discovery().knownAddresses()).isEqualTo(1_000);
        assertThat(rules(script)).containsExactly(Misbehaviour.NONSENSE_ADDRESSES);
    }

    @Test
    void aVisitorIsAnsweredAndIsNoPeer() {
        Script script = Script.accepting().saysHandshake(NodeType.VISITOR);
        script.says(new Message.FindNode(99, TARGET));
        assertThat(script.sent())
                .extracting(Message::kind)
                .extracting(Enum::name)
                .containsExactly("HANDSHAKE_ACK", "HANDSHAKE", "FOUND_NODES");
        assertThat(script.view().peers()).isEmpty();
        assertThat(script.view().stats().totalConnections()).isZero();
        script.says(new Message.StatusUpdate(5));
        assertThat(rules(script)).containsExactly(Misbehaviour.DATA_BEFORE_HANDSHAKE);
        script.pass(Duration.ofSeconds(10));
        assertThat(script.ended()).isEqualTo(DisconnectReason.VISIT_OVER);
        assertThat(rules(script)).hasSize(1);
    }

    @Test
    void whoAsksFasterThanASearchNeedsIsNotAnsweredAnyMore() {
        Script script = Script.accepting().saysHandshake(NodeType.OURS);
        for (int i = 0; i < 55; i++) {
            script.says(new Message.FindNode(i, TARGET));
        }
        assertThat(script.view().discovery().questionsAnswered()).isEqualTo(40);
        assertThat(script.view().discovery().questionsIgnored()).isEqualTo(15);
        assertThat(rules(script)).hasSize(15).containsOnly(Misbehaviour.TOO_MANY_QUESTIONS);
    }

    @Test
    void anAnswerThatNobodyAskedForHasNoEffect() {
        Script script = searching().saysHandshake(NodeType.OURS);
        script.says(new Message.FoundNodes(1, List.of(entry(OTHER, 5001))));
        assertThat(script.view().discovery().knownAddresses()).isZero();
        assertThat(rules(script)).isEmpty();
    }

    /** A node that looks for peers and has accepted a connection. */
    private static Script searching() {
        return searching(Endpoint.loopback(1));
    }

    private static Script searching(Endpoint listening) {
        DiscoverySettings discovery = new DiscoverySettings(true, Duration.ofSeconds(30), 6);
        Script script =
                new Script(VirtualNetwork.quiet().but().discovery(discovery).build(), listening);
        return script.give(new Input.Accepted(Script.CONNECTION, Script.ADDRESS));
    }

    /** A node that has just asked the peer, which is one of PolyTorus's, for its list. */
    private static Script askedForAList() {
        return askedForAList(Endpoint.loopback(1));
    }

    private static Script askedForAList(Endpoint listening) {
        Script script = searching(listening).saysHandshake(NodeType.POLYTORUS);
        script.pass(Duration.ofSeconds(4));
        assertThat(lists(script.sent())).containsExactly(List.of());
        return script;
    }

    private static void say(Script script, ConnectionId connection, Message message) {
        script.give(new Input.Received(connection, MessageCodec.encodePayload(message)));
    }

    private static Message listOf(PeerInfo... entries) {
        return new Message.PeerList(List.of(entries));
    }

    private static PeerInfo entry(PeerId id, int port) {
        return new PeerInfo(id, new Endpoint(IpAddress.LOOPBACK_V4, port), 0, 0, NodeType.OURS);
    }

    private static PeerInfo at(PeerId id, String address) {
        return new PeerInfo(id, requireNonNull(Endpoint.parse(address)), 0, 0, NodeType.OURS);
    }

    private static List<List<PeerInfo>> lists(List<Message> messages) {
        List<List<PeerInfo>> lists = new ArrayList<>();
        for (Message message : messages) {
            if (message instanceof Message.PeerList list) {
                lists.add(list.peers());
            }
        }
        return lists;
    }

    private static List<Misbehaviour> rules(Script script) {
        return script.observed(Observation.Misbehaved.class).stream()
                .map(Observation.Misbehaved::misbehaviour)
                .toList();
    }
}

package org.polytorus.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;
import org.polytorus.simulator.wire.PeerInfo;
import org.polytorus.simulator.wire.WireError;
import org.polytorus.simulator.wire.WireException;

/** Strangers that take places, claim to be others or tell nonsense. */
final class HostileStrangersTest {
    private static final ConnectionId OTHER = new ConnectionId(1_000_000);

    private final Script script = new Script(VirtualNetwork.quiet());

    @Test
    void theOldestSilentStrangerMakesRoomForTheNext() {
        for (int i = 1; i <= PeerTable.MAX_UNREGISTERED; i++) {
            script.give(new Input.Accepted(new ConnectionId(i), Endpoint.loopback(10_000 + i)));
        }
        assertThat(script.ended()).isNull();
        joins(OTHER, new PeerId(7, 7));
        assertThat(script.view().peers()).hasSize(1);
        assertThat(script.ended()).isEqualTo(DisconnectReason.NO_HANDSHAKE);
        assertThat(script.observed(Observation.Misbehaved.class))
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.misbehaviour()).isEqualTo(Misbehaviour.SILENT_CONNECTION);
                    assertThat(seen.remote()).isEqualTo(Endpoint.loopback(10_001));
                });
    }

    @Test
    void aStrangerHasThreeSecondsHoweverLittleTimeADialHas() {
        Script hasty = new Script(VirtualNetwork.quiet()
                .but()
                .connectionTimeout(Duration.ofMillis(500))
                .build());
        hasty.give(new Input.Accepted(Script.CONNECTION, Script.ADDRESS));
        assertThat(hasty.pass(Duration.ofMillis(2_999)).ended()).isNull();
        assertThat(hasty.pass(Duration.ofMillis(1)).ended()).isEqualTo(DisconnectReason.NO_HANDSHAKE);
    }

    @Test
    void aStrangerThatTalksWithoutAHandshakeIsSentAwayAfterAHundredMessages() {
        script.give(new Input.Accepted(Script.CONNECTION, Script.ADDRESS));
        for (int i = 1; i < 1_000; i++) {
            script.says(new Message.StatusUpdate(i));
        }
        assertThat(script.ended()).isEqualTo(DisconnectReason.NO_HANDSHAKE);
        assertThat(script.observed(Observation.Misbehaved.class))
                .hasSize(Discipline.MAX_SLIPS_OF_STRANGER)
                .allMatch(seen -> seen.misbehaviour() == Misbehaviour.DATA_BEFORE_HANDSHAKE);
    }

    @Test
    void halfAFrameHasANameOfItsOwn() {
        script.give(new Input.Accepted(Script.CONNECTION, Script.ADDRESS)).saysHandshake(NodeType.OURS);
        WireException half = new WireException(WireError.FRAME_UNFINISHED, "its length did not come within 30 s");
        script.give(new Input.BadFrame(Script.CONNECTION, half));
        assertThat(script.observed(Observation.Misbehaved.class))
                .extracting(Observation.Misbehaved::misbehaviour)
                .containsExactly(Misbehaviour.HALF_FRAME);
        assertThat(script.ended()).isEqualTo(DisconnectReason.MALFORMED);
        assertThat(script.view().blacklist()).isEmpty();
    }

    @Test
    void whoClaimsTheIdOfAPeerThatLivesDoesNotTakeItsPlace() {
        // The peer's id is the smaller one, so of two that dialled each other at once the peer's own dial would be
        // kept.
        PeerId peer = new PeerId(1, 1);
        Script dialler = new Script(VirtualNetwork.quiet(Script.ADDRESS));
        dialler.give(new Input.DialSucceeded(Script.CONNECTION, Script.ADDRESS))
                .says(new Message.HandshakeAck(peer, true))
                .says(new Message.Handshake(peer, 1, 0, 0, NodeType.OURS))
                .pass(Duration.ofSeconds(11));
        dialler.give(new Input.Accepted(OTHER, Endpoint.loopback(6666)));
        dialler.give(new Input.Received(
                OTHER, MessageCodec.encodePayload(new Message.Handshake(peer, 1, 0, 0, NodeType.OURS))));
        assertThat(dialler.view().peers())
                .singleElement()
                .satisfies(seen -> assertThat(seen.connection()).isEqualTo(Script.CONNECTION));
    }

    @Test
    void aListOfTwoHundredThousandPeersLeavesNoMoreAddressesThanTheBookHolds() {
        script.give(new Input.Accepted(Script.CONNECTION, Script.ADDRESS)).saysHandshake(NodeType.OURS);
        List<PeerInfo> nonsense = new ArrayList<>();
        for (int i = 0; i < 180_000; i++) {
            nonsense.add(new PeerInfo(new PeerId(i, i), Endpoint.loopback(i % 65_536), Long.MIN_VALUE, -i, ""));
        }
        for (int i = 0; i < 5; i++) {
            script.says(new Message.PeerList(nonsense));
        }
        assertThat(script.view().discovery().knownAddresses()).isLessThanOrEqualTo(AddressBook.MAX_ADDRESSES);
        joins(OTHER, new PeerId(7, 7));
        assertThat(script.view().peers()).extracting(NodeView.PeerView::id).contains(new PeerId(7, 7));
    }

    @Test
    void aListThatClaimsAMillionPeersIsMalformed() {
        script.give(new Input.Accepted(Script.CONNECTION, Script.ADDRESS)).saysHandshake(NodeType.OURS);
        byte[] claim = MessageCodec.encodePayload(new Message.PeerList(List.of()));
        claim[4] = 0x40;
        claim[5] = 0x42;
        claim[6] = 0x0f;
        script.saysRaw(claim);
        assertThat(script.observed(Observation.Misbehaved.class))
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.misbehaviour()).isEqualTo(Misbehaviour.MALFORMED_FRAME);
                    assertThat(seen.detail()).contains("1000000 items");
                });
    }

    private void joins(ConnectionId connection, PeerId peer) {
        script.give(new Input.Accepted(connection, Endpoint.loopback(7777)));
        script.give(new Input.Received(
                connection, MessageCodec.encodePayload(new Message.Handshake(peer, 1, 0, 0, NodeType.OURS))));
    }
}

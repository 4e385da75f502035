package org.polytorus.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.PeerId;

/** The two messages that are not PolyTorus's, byte by byte. */
class NodeSearchFramesTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String TARGET = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    @Test
    void aQuestionIsItsTagItsNumberAndThirtyTwoBytes() throws WireException {
        Message question = new Message.FindNode(0x1122, Objects.requireNonNull(Hash.parse(TARGET)));
        byte[] frame = MessageCodec.encodeFrame(question);
        assertThat(HEX.formatHex(frame)).isEqualTo("0000002c" + "e8030000" + "2211000000000000" + TARGET);
        assertThat(MessageCodec.decodeFrame(frame)).isEqualTo(question);
        assertThat(EncodedSize.ofPayload(question)).isEqualTo(frame.length - Frames.HEADER_BYTES);
    }

    @Test
    void anAnswerIsItsTagTheNumberOfTheQuestionAndNodesAsInAPeerList() throws WireException {
        PeerInfo node = new PeerInfo(
                PeerId.parse("00112233-4455-6677-8899-aabbccddeeff"), Endpoint.loopback(8101), 7, 3, "full_node;kad");
        byte[] list = MessageCodec.encodePayload(new Message.PeerList(List.of(node)));
        Message answer = new Message.FoundNodes(1, List.of(node));
        byte[] payload = MessageCodec.encodePayload(answer);
        assertThat(HEX.formatHex(payload))
                .isEqualTo("e9030000" + "0100000000000000" + HEX.formatHex(list).substring(8));
        assertThat(MessageCodec.decodePayload(payload)).isEqualTo(answer);
        assertThat(EncodedSize.ofPayload(answer)).isEqualTo(payload.length);
    }

    @Test
    void aQuestionThatIsCutShortIsRefused() {
        byte[] payload = HEX.parseHex("e8030000" + "2211000000000000" + TARGET.substring(2));
        assertThatThrownBy(() -> MessageCodec.decodePayload(payload)).isInstanceOf(WireException.class);
    }

    @Test
    void everyKindIsFoundByItsTagAndNoOtherTagIsOne() {
        for (MessageKind kind : MessageKind.values()) {
            assertThat(MessageKind.ofTag(kind.tag())).isEqualTo(kind);
        }
        for (int tag : new int[] {-1, 13, 14, 999, 1_002, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThat(MessageKind.ofTag(tag)).isNull();
        }
    }
}

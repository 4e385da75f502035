package org.polytorus.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What PolyTorus was seen to do on each malformed stream: refuse it, wait for more, or accept it. */
class MalformedFramesTest {
    private static final String GENERATED = "generated_exactly_10MiB_ping_plus_trailing";
    private static final Map<String, Outcome> EXPECTED = expected();

    /** How the reading of a stream ends. */
    private sealed interface Outcome {
        record Refused(WireError error) implements Outcome {}

        record Accepted(Message message) implements Outcome {}

        record Incomplete() implements Outcome {}
    }

    static Stream<JsonNode> malformed() {
        return GoldenVectors.section("malformed").valueStream();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void everyMalformedStreamEndsAsInPolyTorus(JsonNode entry) {
        String name = entry.required("name").asString();
        byte[] bytes = name.equals(GENERATED)
                ? largestPing()
                : HexFormat.of().parseHex(entry.required("hex").asString());

        Outcome outcome = readFirstFrame(ByteBuffer.wrap(bytes));

        assertThat(bytes).hasSize(entry.required("bytes_len").asInt());
        assertThat(outcome).isEqualTo(Objects.requireNonNull(EXPECTED.get(name), name));
        assertThat(outcome instanceof Outcome.Accepted)
                .isEqualTo(entry.required("decoded_ok").asBoolean());
    }

    @Test
    void anErrorSaysWhichFieldAndWhereAndWhatWasFound() {
        assertThat(refusalOf("0000000f0c000000e803000000000000616263"))
                .hasMessage("Error, message at byte 4: it claims 1000 bytes; only 3 bytes are left");
        assertThat(refusalOf("0000000f0c0000000300000000000000eda080"))
                .hasMessage("Error, message at byte 12: its 3 bytes are not UTF-8 from byte 12 on");
        assertThat(refusalOf("0000001d01000000100000000000000000112233445566778899aabbccddeeff02"))
                .hasMessage("HandshakeAck, accepted at byte 28: a boolean is 0 or 1; found 2");
        assertThat(refusalOf("000000060b0000000100"))
                .hasMessage("StatusUpdate, best_height at byte 4: 4 bytes are needed; the payload ends after 2");
        assertThat(refusalOf("000000146300000007000000000000000100000000000000"))
                .hasMessage("payload, message tag at byte 0: tags are 0 to 12, 1000 and 1001; found 99");
        assertThat(refusalOf("0000000c0a000000ffffffffffffffff"))
                .hasMessage("PeerList, the list of peers at byte 4: it claims 18446744073709551615 items;"
                        + " only 0 bytes are left");
    }

    @Test
    void anUnknownVariantInsideAMessageIsNamed() {
        String peer = "00000046" + "0a0000000100000000000000" + "1000000000000000" + "00".repeat(16) + "02000000"
                + "00".repeat(30);
        String contract = "00000030" + "07000000" + "00".repeat(24) + "01" + "02000000" + "00".repeat(16);

        assertThat(refusalOf(peer).error()).isEqualTo(WireError.UNKNOWN_VARIANT_TAG);
        assertThat(refusalOf(peer))
                .hasMessage("PeerList, family of address at byte 36: 0 is IPv4 and 1 is IPv6; found 2");
        assertThat(refusalOf(contract).error()).isEqualTo(WireError.UNKNOWN_VARIANT_TAG);
        assertThat(refusalOf(contract))
                .hasMessage("TransactionData, tx_type of a contract at byte 29: 0 is Deploy and 1 is Call; found 2");
    }

    @Test
    void aCutFrameIsTruncatedAndBytesAfterAFrameAreNotLookedAt() throws WireException {
        byte[] ping = MessageCodec.encodeFrame(new Message.Ping(7, 1));

        for (int cut = 0; cut < ping.length; cut++) {
            byte[] frame = Arrays.copyOf(ping, cut);
            assertThat(catchThrowableOfType(WireException.class, () -> MessageCodec.decodeFrame(frame))
                            .error())
                    .isEqualTo(WireError.TRUNCATED);
        }
        assertThat(MessageCodec.decodeFrame(Arrays.copyOf(ping, 100))).isEqualTo(new Message.Ping(7, 1));
    }

    /** Reads as a socket's reader does: the prefix is judged before any of the payload is there. */
    private static Outcome readFirstFrame(ByteBuffer stream) {
        try {
            if (stream.remaining() < Frames.HEADER_BYTES) {
                return new Outcome.Incomplete();
            }
            int length = Frames.checkLength(stream.getInt(), Frames.MAX_PAYLOAD_BYTES);
            if (stream.remaining() < length) {
                return new Outcome.Incomplete();
            }
            byte[] payload = new byte[length];
            stream.get(payload);
            return new Outcome.Accepted(MessageCodec.decodePayload(payload));
        } catch (WireException e) {
            return new Outcome.Refused(e.error());
        }
    }

    private static byte[] largestPing() {
        byte[] ping = MessageCodec.encodePayload(new Message.Ping(7, 1));
        ByteBuffer frame = ByteBuffer.allocate(Frames.HEADER_BYTES + Frames.MAX_PAYLOAD_BYTES);
        return frame.putInt(Frames.MAX_PAYLOAD_BYTES).put(ping).array();
    }

    private static WireException refusalOf(String frameHex) {
        byte[] frame = HexFormat.of().parseHex(frameHex);
        return catchThrowableOfType(WireException.class, () -> MessageCodec.decodeFrame(frame));
    }

    private static Map<String, Outcome> expected() {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        refused(outcomes, WireError.FRAME_TOO_LARGE, "length_10MiB_plus_1", "length_ffffffff", "http_request");
        refused(outcomes, WireError.FRAME_TOO_LARGE, "length_prefix_little_endian_ping");
        refused(outcomes, WireError.TRUNCATED, "payload_1_byte", "payload_tag_only_ping", "string_length_cut");
        refused(outcomes, WireError.TRUNCATED, "status_update_2_bytes", "block_missing_verkle_option");
        refused(outcomes, WireError.UNKNOWN_MESSAGE_TAG, "unknown_variant_99", "unknown_variant_ffffffff");
        refused(outcomes, WireError.UNKNOWN_MESSAGE_TAG, "variant_tag_big_endian");
        refused(outcomes, WireError.BAD_UTF8, "string_bad_utf8_truncated_sequence", "string_bad_utf8_surrogate");
        refused(outcomes, WireError.LENGTH_BEYOND_FRAME, "string_length_beyond_payload", "string_length_u64_max");
        refused(outcomes, WireError.LENGTH_BEYOND_FRAME, "vec_length_2_pow_60_vin", "vec_length_u64_max_peer_list");
        refused(outcomes, WireError.LENGTH_BEYOND_FRAME, "peer_list_count_2_but_1_present");
        refused(outcomes, WireError.BAD_BOOLEAN, "bool_2_in_handshake_ack");
        refused(outcomes, WireError.BAD_OPTION_TAG, "option_tag_2_contract_data");
        refused(outcomes, WireError.BAD_PEER_ID_LENGTH, "uuid_length_15", "uuid_without_length_prefix");
        for (String name : new String[] {
            "connect_and_close",
            "length_prefix_cut_2_bytes",
            "length_only_then_close",
            "payload_truncated_by_close",
            "stall_after_length",
            "stall_2_bytes_of_length"
        }) {
            outcomes.put(name, new Outcome.Incomplete());
        }
        outcomes.put("trailing_1000_bytes_after_ping", new Outcome.Accepted(new Message.Ping(7, 1)));
        outcomes.put(GENERATED, new Outcome.Accepted(new Message.Ping(7, 1)));
        outcomes.put("peer_list_count_0_with_trailing_entry", new Outcome.Accepted(new Message.PeerList(List.of())));
        return outcomes;
    }

    private static void refused(Map<String, Outcome> outcomes, WireError error, String... names) {
        for (String name : names) {
            outcomes.put(name, new Outcome.Refused(error));
        }
    }
}

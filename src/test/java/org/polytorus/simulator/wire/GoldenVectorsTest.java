package org.polytorus.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polytorus.simulator.model.Endpoint;
import org.polytorus.simulator.model.MessageKind;
import org.polytorus.simulator.model.Transaction;
import tools.jackson.databind.JsonNode;

/** Byte for byte what PolyTorus's own types print. */
class GoldenVectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    static Stream<GoldenVectors.Vector> vectors() {
        return GoldenVectors.vectors();
    }

    static Stream<JsonNode> transactionHashes() {
        return GoldenVectors.section("hashes")
                .valueStream()
                .filter(h -> h.required("kind").asString().equals("transaction"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aMessageBuiltFromItsFieldsEncodesToTheGoldenFrame(GoldenVectors.Vector vector) {
        Message message = GoldenMessages.build(vector.variant(), vector.fields());

        assertThat(HEX.formatHex(MessageCodec.encodeFrame(message))).isEqualTo(vector.hexFrame());
        assertThat(message.kind().wireName()).isEqualTo(vector.variant());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aGoldenFrameDecodesToTheMessageOfItsFields(GoldenVectors.Vector vector) throws WireException {
        assertThat(MessageCodec.decodeFrame(vector.frame()))
                .isEqualTo(GoldenMessages.build(vector.variant(), vector.fields()));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aPayloadInTheMiddleOfABufferDecodesAlike(GoldenVectors.Vector vector) throws WireException {
        byte[] payload = Arrays.copyOfRange(vector.frame(), Frames.HEADER_BYTES, vector.frame().length);
        byte[] buffer = new byte[payload.length + 10];
        Arrays.fill(buffer, (byte) 0xff);
        System.arraycopy(payload, 0, buffer, 7, payload.length);

        Message decoded = MessageCodec.decodePayload(buffer, 7, payload.length);

        assertThat(decoded).isEqualTo(MessageCodec.decodePayload(payload));
        assertThat(MessageCodec.encodePayload(decoded)).isEqualTo(payload);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyCutOfAPayloadIsToldAsAFaultOfItsLength(GoldenVectors.Vector vector) {
        byte[] frame = vector.frame();
        for (int cut = Frames.HEADER_BYTES; cut < frame.length; cut++) {
            assertThat(errorOf(Arrays.copyOfRange(frame, Frames.HEADER_BYTES, cut)))
                    .isIn(WireError.TRUNCATED, WireError.LENGTH_BEYOND_FRAME);
        }
    }

    @Test
    void theGoldenFileHasEveryKindOfPolyTorus() {
        assertThat(vectors().map(GoldenVectors.Vector::variant).distinct())
                .containsExactlyInAnyOrderElementsOf(Stream.of(MessageKind.values())
                        .filter(MessageKind::isOfPolyTorus)
                        .map(MessageKind::wireName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("transactionHashes")
    void aTransactionEncodesToTheBytesThatAreHashed(JsonNode hash) throws WireException {
        String bincode = hash.required("tx_bincode_hex").asString();
        Transaction transaction = ((Message.TransactionData)
                        MessageCodec.decodePayload(HEX.parseHex("07000000" + bincode)))
                .transaction();
        BincodeWriter whole = new BincodeWriter();
        TransactionEncoding.writeTransaction(whole, transaction);
        BincodeWriter hashed = new BincodeWriter();
        TransactionEncoding.writeInputs(hashed, transaction.inputs());
        TransactionEncoding.writeOutputs(hashed, transaction.outputs());
        if (transaction.contractData() != null) {
            TransactionEncoding.writeContractData(hashed, transaction.contractData());
        }

        assertThat(HEX.formatHex(whole.toByteArray())).isEqualTo(bincode);
        assertThat(HEX.formatHex(hashed.toByteArray()))
                .isEqualTo(hash.required("preimage_hex").asString());
    }

    @Test
    void anIpV6AddressTravelsWithoutItsScope() throws WireException {
        JsonNode note = GoldenVectors.section("ipv6_scope_note");
        byte[] bincode = HEX.parseHex(note.required("bincode_hex").asString());
        Endpoint endpoint = Objects.requireNonNull(Endpoint.parse("[fe80::1]:9091"));

        Endpoint decoded = PeerEncoding.readEndpoint(new BincodeReader(bincode, 0, bincode.length));
        BincodeWriter writer = new BincodeWriter();
        PeerEncoding.writeEndpoint(writer, endpoint);

        assertThat(decoded).isEqualTo(endpoint);
        assertThat(writer.toByteArray()).isEqualTo(bincode);
        assertThat(note.required("socketaddr").asString())
                .startsWith("[fe80::1%")
                .contains("]:9091");
    }

    @Test
    void theSizeOfEveryMessageIsCountedExactly() {
        assertThat(vectors()).allSatisfy(vector -> {
            Message message = GoldenMessages.build(vector.variant(), vector.fields());
            assertThat(EncodedSize.ofPayload(message)).isEqualTo(MessageCodec.encodePayload(message).length);
        });
    }

    @Test
    void halfASurrogatePairIsCountedAsItIsWritten() {
        for (String text : new String[] {"\ud83d", "\ude80", "a\ud83db", "\ud83d\ud83d\ude80"}) {
            Message message = new Message.ErrorMessage(text);
            assertThat(EncodedSize.ofPayload(message)).isEqualTo(MessageCodec.encodePayload(message).length);
        }
    }

    private static WireError errorOf(byte[] payload) {
        try {
            Message message = MessageCodec.decodePayload(payload);
            throw new AssertionError("decoded " + message);
        } catch (WireException e) {
            return e.error();
        }
    }
}

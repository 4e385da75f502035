package org.polytorus.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsOnTheWireTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1234567",
                "12345678",
                "123456789",
                "é",
                "12345678é",
                "ÿ\u0080",
                "ノード",
                "🚀\u0000",
                "\uFFFD",
                "\uFEFFa"
            })
    void aTextArrivesAsItWasSent(String text) throws WireException {
        byte[] payload = MessageCodec.encodePayload(new Message.ErrorMessage(text));

        assertThat(MessageCodec.decodePayload(payload)).isEqualTo(new Message.ErrorMessage(text));
        assertThat(payload).hasSize(12 + text.getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c3",
                "c080",
                "c1bf",
                "e08080",
                "e09fbf",
                "eda080",
                "edbfbf",
                "eda0bdedb280",
                "f08080af",
                "f4908080",
                "f5808080",
                "ff",
                "c328",
                "6161616161616161ff"
            })
    void whatIsNotStrictUtf8IsRefused(String hex) {
        byte[] text = HexFormat.of().parseHex(hex);
        BincodeWriter writer = new BincodeWriter();
        writer.writeU32(12);
        writer.writeU64(text.length);
        writer.writeRaw(text);

        assertThat(catchThrowableOfType(WireException.class, () -> MessageCodec.decodePayload(writer.toByteArray()))
                        .error())
                .isEqualTo(WireError.BAD_UTF8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "a\uDE80b", "\uDE80\uD83D", "é\uD83D"})
    void halfASurrogatePairIsSentAsAQuestionMark(String text) throws WireException {
        String sent = text.replace('\uD83D', '?').replace('\uDE80', '?');

        assertThat(MessageCodec.decodeFrame(MessageCodec.encodeFrame(new Message.ErrorMessage(text))))
                .isEqualTo(new Message.ErrorMessage(sent));
    }

    @Test
    void theLargestFrameIsSentAndNoLargerOne() throws WireException {
        Message largest = new Message.ErrorMessage("x".repeat(Frames.MAX_PAYLOAD_BYTES - 12));
        Message tooLarge = new Message.ErrorMessage("x".repeat(Frames.MAX_PAYLOAD_BYTES - 11));

        assertThat(MessageCodec.decodeFrame(MessageCodec.encodeFrame(largest))).isEqualTo(largest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageCodec.encodeFrame(tooLarge))
                .withMessage("A message Error of 10485761 bytes cannot be sent: a frame holds at most 10485760");
    }

    @Test
    void theWriterGrowsAsNeeded() {
        BincodeWriter writer = new BincodeWriter(0);
        for (int i = 0; i < 1000; i++) {
            writer.writeU8(i);
        }

        assertThat(writer.size()).isEqualTo(1000);
        assertThat(writer.toByteArray()).hasSize(1000).startsWith(0, 1, 2).endsWith((byte) 999);
    }
}

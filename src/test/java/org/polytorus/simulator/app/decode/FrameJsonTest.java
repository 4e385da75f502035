package org.polytorus.simulator.app.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polytorus.simulator.model.Block;
import org.polytorus.simulator.model.Hash;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.wire.GoldenVectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FrameJsonTest {
    private static final String PING = "0000001402000000efcdab896745230180e14e6800000000";
    private static final Hash OTHER = new Hash(1, 2, 3, 4);

    private final FrameJson allRight = new FrameJson(FrameJsonTest::claimedId, FrameJsonTest::claimedHash);

    static Stream<GoldenVectors.Vector> vectors() {
        return GoldenVectors.vectors();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aGoldenFrameIsToldWithTheFieldsOfTheGoldenFile(GoldenVectors.Vector vector) {
        JsonNode json = json(new FrameJson(t -> OTHER, b -> OTHER), vector.hexFrame());

        assertThat(json.required("kind").asString()).isEqualTo(vector.variant());
        assertThat(json.required("fields")).isEqualTo(vector.fields());
        assertThat(json.required("frame").asString()).isEqualTo(vector.hexFrame());
        assertThat(json.has("error")).isFalse();
        assertThat(json.has("ignored_bytes")).isFalse();
    }

    @Test
    void aRightHashIsSaidToBeRight() {
        JsonNode transaction = json(allRight, frame("tx_data_simple"));
        JsonNode block = json(allRight, frame("block_3tx_verkle_some"));

        assertThat(transaction.required("hash_ok").asBoolean()).isTrue();
        assertThat(transaction.has("transaction_hash_ok")).isFalse();
        assertThat(block.required("hash_ok").asBoolean()).isTrue();
        assertThat(block.required("transaction_hash_ok")).hasToString("[true,true,true]");
    }

    @Test
    void aWrongHashIsSaidToBeWrong() {
        FrameJson wrongBlock = new FrameJson(FrameJsonTest::claimedId, b -> OTHER);
        FrameJson wrongDeploy =
                new FrameJson(t -> t.contractData() == null ? hash(t.id()) : OTHER, FrameJsonTest::claimedHash);

        assertThat(json(wrongDeploy, frame("tx_data_deploy"))
                        .required("hash_ok")
                        .asBoolean())
                .isFalse();
        assertThat(json(wrongBlock, frame("block_3tx_verkle_some"))
                        .required("hash_ok")
                        .asBoolean())
                .isFalse();
        JsonNode block = json(wrongDeploy, frame("block_3tx_verkle_some"));
        assertThat(block.required("hash_ok").asBoolean()).isFalse();
        assertThat(block.required("transaction_hash_ok")).hasToString("[true,true,false]");
    }

    @Test
    void aMalformedFrameIsToldByNameAndText() {
        assertThat(allRight.describe("0000001463000000070000000000000001000000"))
                .isEqualTo(
                        "{\"error\":{\"name\":\"TRUNCATED\",\"text\":\"payload at byte 4: the prefix promises 20 bytes;"
                                + " the frame ends after 16\"}}");
        assertThat(allRight.describe("ffffffff"))
                .isEqualTo("{\"error\":{\"name\":\"FRAME_TOO_LARGE\",\"text\":\"a frame of 4294967295 bytes;"
                        + " at most 10485760 are accepted\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "zz", "00 00", "0x00000014", "é"})
    void aLineThatIsNoHexIsToldSo(String line) {
        JsonNode error = json(allRight, line).required("error");

        assertThat(error.required("name").asString()).isEqualTo(FrameJson.NOT_HEX);
        assertThat(error.required("text").asString()).startsWith("A line holds one frame as pairs of hex digits: ");
    }

    @Test
    void digitsMayBeInUpperCaseWithWhiteSpaceAround() {
        assertThat(allRight.describe("  " + PING.toUpperCase(Locale.ROOT) + "\r\n"))
                .isEqualTo(allRight.describe(PING));
    }

    @Test
    void bytesThatAreNoPartOfTheMessageAreCounted() {
        JsonNode inFrame = json(allRight, PING.replaceFirst("00000014", "00000017") + "aabbcc");
        JsonNode afterFrame = json(allRight, PING + "aabb");

        assertThat(inFrame.required("ignored_bytes").asInt()).isEqualTo(3);
        assertThat(inFrame.required("frame").asString()).isEqualTo(PING);
        assertThat(afterFrame.required("ignored_bytes").asInt()).isEqualTo(2);
    }

    @Test
    void aNumberThatJsonLacksIsNullAndItsBitsTell() {
        String frame = frame("block_0tx_verkle_none").replace("000000000000d03f", "010000000000f0ff");
        JsonNode factor = json(allRight, frame)
                .required("fields")
                .required("block")
                .required("difficulty_config")
                .required("adjustment_factor");

        assertThat(factor).hasToString("{\"value\":null,\"bits_be_hex\":\"fff0000000000001\"}");
    }

    private static JsonNode json(FrameJson frameJson, String line) {
        String text = frameJson.describe(line);
        assertThat(text).doesNotContain("\n");
        return JsonMapper.shared().readTree(text);
    }

    private static String frame(String name) {
        return vectors()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow()
                .hexFrame();
    }

    private static Hash claimedId(Transaction transaction) {
        return hash(transaction.id());
    }

    private static Hash claimedHash(Block block) {
        return hash(block.hash());
    }

    private static Hash hash(String text) {
        return Objects.requireNonNull(Hash.parse(text));
    }
}

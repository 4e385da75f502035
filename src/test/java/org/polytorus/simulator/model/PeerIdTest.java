package org.polytorus.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerIdTest {
    private static final String TEXT = "00112233-4455-6677-8899-aabbccddeeff";

    @Test
    void theCanonicalTextIsReadAndWritten() {
        PeerId id = PeerId.parse(TEXT);

        assertThat(id)
                .isEqualTo(new PeerId(0x0011223344556677L, 0x8899aabbccddeeffL))
                .hasToString(TEXT);
        assertThat(id.shortText()).isEqualTo("00112233");
        assertThat(PeerId.parse("00112233-4455-6677-8899-AABBCCDDEEFF")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-2-3-4-5",
                "+0112233-4455-6677-8899-aabbccddeeff",
                "001122334-455-6677-8899-aabbccddeeff",
                "00112233445566778899aabbccddeeff",
                "{00112233-4455-6677-8899-aabbccddeeff}",
                "00112233-4455-6677-8899-aabbccddeefg",
                "00112233-4455-6677-8899-aabbccddeef١"
            })
    void anyOtherTextIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeerId.parse(text))
                .withMessageContaining("\"" + text + "\"");
    }

    @Test
    void idsAreOrderedAsUnsignedNumbers() {
        assertThat(new PeerId(1, 0)).isLessThan(new PeerId(-1, 0));
        assertThat(new PeerId(0, 1)).isLessThan(new PeerId(0, -1));
        assertThat(new PeerId(0, -1)).isLessThan(new PeerId(1, 0));
        assertThat(new PeerId(-1, -1)).isEqualByComparingTo(new PeerId(-1, -1));
    }
}

package org.polytorus.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {
    private static final String DIGITS = "0000748a44109d58c5c8c62d96b9be45da75687c30393915e7b36508a66ebc0a";

    @Test
    void allThreeTextsOfPolyTorusAreTheSameHash() {
        Hash hash = Hash.of(HexFormat.of().parseHex(DIGITS));

        assertThat(Hash.parse(DIGITS)).isEqualTo(hash);
        assertThat(Hash.parse("\"" + DIGITS + "\"")).isEqualTo(hash);
        assertThat(Hash.parse("Ok(\"" + DIGITS + "\")")).isEqualTo(hash);
    }

    @Test
    void aHashWritesTheTextsThatPolyTorusWrites() {
        Hash hash = parsed(DIGITS);

        assertThat(hash).hasToString(DIGITS);
        assertThat(hash.blockText()).isEqualTo("\"" + DIGITS + "\"");
        assertThat(hash.transactionText()).isEqualTo("Ok(\"" + DIGITS + "\")");
        assertThat(hash.shortText()).isEqualTo("0000748a");
    }

    /** These texts come from peers, so that none of them may end in an exception. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"",
                "\"\"",
                "Ok(\"",
                "Ok(\")",
                "Ok(\"\")",
                "next_block_hash",
                "\"" + DIGITS,
                DIGITS + "\"",
                "Ok(\"" + DIGITS,
                "Err(\"" + DIGITS + "\")",
                "Ok(\"\"" + DIGITS + "\"\")",
                "\"Ok(\"" + DIGITS + "\")\"",
                " " + DIGITS,
                "0000748A44109D58C5C8C62D96B9BE45DA75687C30393915E7B36508A66EBC0A",
                "g000748a44109d58c5c8c62d96b9be45da75687c30393915e7b36508a66ebc0a",
                "٠000748a44109d58c5c8c62d96b9be45da75687c30393915e7b36508a66ebc0a"
            })
    void anyOtherTextIsNoHash(String text) {
        assertThat(Hash.parse(text)).isNull();
    }

    @Test
    void noLengthOfTextEndsInAnException() {
        for (int length = 0; length < 80; length++) {
            String inner = "a".repeat(length);
            assertThat(Hash.parse(inner) != null).isEqualTo(length == 64);
            assertThat(Hash.parse("\"" + inner + "\"") != null).isEqualTo(length == 64);
            assertThat(Hash.parse("Ok(\"" + inner + "\")") != null).isEqualTo(length == 64);
        }
    }

    @Test
    void hashesAreOrderedAsTheirDigits() {
        Hash small = parsed("0".repeat(63) + "1");
        Hash middle = parsed("7" + "f".repeat(63));
        Hash large = parsed("8" + "0".repeat(63));

        assertThat(small).isLessThan(middle);
        assertThat(middle).isLessThan(large);
        assertThat(parsed("0".repeat(16) + "8" + "0".repeat(47)))
                .isGreaterThan(parsed("0".repeat(16) + "7" + "0".repeat(47)));
        assertThat(small).isEqualByComparingTo(parsed(small.toString()));
    }

    @ParameterizedTest
    @CsvSource({"0,64", "1,63", "15,49", "16,48", "17,47", "48,16", "60,4", "64,0"})
    void theProofOfWorkCountsLeadingHexZeros(int zeros, int others) {
        assertThat(parsed("0".repeat(zeros) + "1".repeat(others)).leadingHexZeros())
                .isEqualTo(zeros);
        assertThat(parsed("0".repeat(zeros) + "f".repeat(others)).leadingHexZeros())
                .isEqualTo(zeros);
    }

    @Test
    void aHashHasExactly32Bytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hash.of(new byte[31]))
                .withMessageContaining("found 31");
    }

    private static Hash parsed(String text) {
        return Objects.requireNonNull(Hash.parse(text));
    }
}

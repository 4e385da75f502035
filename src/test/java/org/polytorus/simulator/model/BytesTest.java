package org.polytorus.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void bytesAreComparedByContent() {
        assertThat(Bytes.ofHex("00ff10"))
                .isEqualTo(Bytes.wrap(new byte[] {0, -1, 16}))
                .hasSameHashCodeAs(Bytes.wrap(new byte[] {0, -1, 16}))
                .isNotEqualTo(Bytes.ofHex("00ff11"))
                .hasToString("00ff10");
    }

    @Test
    void whatIsHandedOutIsACopy() {
        Bytes bytes = Bytes.ofHex("0102");
        bytes.toArray()[0] = 9;
        byte[] target = new byte[4];
        bytes.copyTo(target, 1);

        assertThat(bytes).hasToString("0102");
        assertThat(target).containsExactly(0, 1, 2, 0);
    }

    @Test
    void emptyBytesAreOneObject() {
        assertThat(Bytes.ofHex("")).isSameAs(Bytes.EMPTY);
        assertThat(Bytes.EMPTY.length()).isZero();
    }

    @Test
    void whatIsNoHexIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Bytes.ofHex("0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Bytes.ofHex("zz"));
    }

    @Test
    void aNumberOf128BitsIsWrittenInDecimalDigits() {
        assertThat(new UInt128(-1, -1)).hasToString("340282366920938463463374607431768211455");
        assertThat(new UInt128(1, 1)).hasToString("18446744073709551617");
        assertThat(new UInt128(0, -1)).hasToString("18446744073709551615").isLessThan(new UInt128(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> UInt128.of(-1));
    }
}

package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PixelSizeTest {
    @Test
    void widthAndHeightAreRead() {
        assertThat(new PixelSize.Converter().convert("1440x900")).isEqualTo(new PixelSize(1440, 900));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1440", "1440x", "-1x5", "100x100", "8193x900", "99999x99999", "1440 x 900"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> new PixelSize.Converter().convert(text)).isInstanceOf(TypeConversionException.class);
    }
}

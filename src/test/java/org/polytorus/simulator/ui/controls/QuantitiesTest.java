package org.polytorus.simulator.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantitiesTest {

    @Test
    void countsAreShortWithADecimalSuffix() {
        assertThat(Quantities.count(0)).isEqualTo("0");
        assertThat(Quantities.count(0.25)).isEqualTo("0.25");
        assertThat(Quantities.count(999)).isEqualTo("999");
        assertThat(Quantities.count(999.7)).isEqualTo("1.0 k");
        assertThat(Quantities.count(12_345)).isEqualTo("12.3 k");
        assertThat(Quantities.count(2_000_000)).isEqualTo("2 M");
    }

    @Test
    void bytesAreShortWithABinarySuffix() {
        assertThat(Quantities.bytes(512)).isEqualTo("512 B");
        assertThat(Quantities.bytes(1_536)).isEqualTo("1.5 KiB");
        assertThat(Quantities.bytes(10_485_760)).isEqualTo("10 MiB");
    }

    @Test
    void whatWasNotMeasuredIsADash() {
        assertThat(Quantities.millis(-1)).isEqualTo("–");
        assertThat(Quantities.millis(1_240_000)).isEqualTo("1.24 ms");
        assertThat(Quantities.millis(400_300_000)).isEqualTo("400 ms");
    }

    @Test
    void spansAreSecondsAndMinutes() {
        assertThat(Quantities.span(12_000_000_000L)).isEqualTo("12 s");
        assertThat(Quantities.span(200_000_000_000L)).isEqualTo("3 min 20 s");
        assertThat(Quantities.span(60_000_000_000L)).isEqualTo("1 min");
    }

    @Test
    void stopwatchShowsHoursMinutesSecondsAndMilliseconds() {
        assertThat(Quantities.stopwatch(0)).isEqualTo("00:00:00.000");
        assertThat(Quantities.stopwatch(83_456_999_999L)).isEqualTo("00:01:23.456");
        assertThat(Quantities.stopwatch(360_000_000_000_000L)).isEqualTo("100:00:00.000");
    }
}

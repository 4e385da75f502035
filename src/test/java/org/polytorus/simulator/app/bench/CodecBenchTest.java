package org.polytorus.simulator.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polytorus.simulator.wire.GoldenVectors;
import org.polytorus.simulator.wire.Message;
import org.polytorus.simulator.wire.MessageCodec;

class CodecBenchTest {

    @Test
    void everyMessageIsMeasuredInBothDirections() {
        List<CodecFigure> figures = new CodecBench().run(Duration.ofMillis(1));

        assertThat(figures)
                .extracting(f -> f.message() + " " + f.operation())
                .containsExactly(
                        "ping encode",
                        "ping decode",
                        "transaction encode",
                        "transaction decode",
                        "block, 3 transactions encode",
                        "block, 3 transactions decode",
                        "block, 500 transactions encode",
                        "block, 500 transactions decode");
        assertThat(figures).allSatisfy(f -> assertThat(f.nanosPerOperation()).isPositive());
        assertThat(figures).allSatisfy(f -> assertThat(f.copyNanos()).isPositive());
        assertThat(CodecBench.table(figures))
                .hasSize(9)
                .element(1)
                .asString()
                .startsWith("ping")
                .contains("encode");
    }

    @Test
    void aFigureKnowsItsRateAndItsRatioToACopy() {
        CodecFigure figure = new CodecFigure("ping", "encode", 1024 * 1024, 1e9, 2.5e8);

        assertThat(figure.mebibytesPerSecond()).isCloseTo(1.0, within(1e-9));
        assertThat(figure.ratioToCopy()).isCloseTo(4.0, within(1e-9));
    }

    @Test
    void theMeasuredTransactionIsTheGoldenSimpleOne() {
        String golden = GoldenVectors.vectors()
                .filter(v -> v.name().equals("tx_data_simple"))
                .findFirst()
                .orElseThrow()
                .hexFrame();
        Message measured = new Message.TransactionData(BenchMessages.simpleTransaction());

        assertThat(HexFormat.of().formatHex(MessageCodec.encodeFrame(measured))).isEqualTo(golden);
    }
}

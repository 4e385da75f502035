package org.polytorus.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
    private final Console console = new Console();

    @BeforeEach
    void twoMeasurements() {
        console.benchmarks = List.of(
                new Benchmark("codec", "messages", (time, out) -> out.println("codec for " + time.toSeconds())),
                new Benchmark("network", "sockets", (time, out) -> out.println("network for " + time.toSeconds())));
    }

    @Test
    void withoutNameEverythingIsMeasured() {
        assertThat(console.run("bench")).isZero();
        assertThat(console.out()).contains("codec for 5", "network for 5");
    }

    @Test
    void nameAndTimeAreTheUsersChoice() {
        assertThat(console.run("bench", "network", "--seconds", "1")).isZero();
        assertThat(console.out()).contains("network for 1").doesNotContain("codec for");
    }

    @Test
    void unknownNameAndBadTimeAreRefused() {
        assertThat(console.run("bench", "disk")).isEqualTo(2);
        assertThat(console.run("bench", "--seconds", "0")).isEqualTo(2);
        assertThat(console.err()).contains("\"disk\"", "codec, network", "between 1 and 600");
    }
}

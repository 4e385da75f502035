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
                new Benchmark(
                        "codec",
                        "messages",
                        (effort, out) ->
                                out.println("codec for " + effort.duration().toSeconds())),
                new Benchmark(
                        "network",
                        "sockets",
                        (effort, out) ->
                                out.println("network for " + effort.duration().toSeconds())),
                new Benchmark(
                        "sim",
                        "virtual time",
                        (effort, out) -> out.println(effort.nodes() + " and " + effort.blocks())));
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
    void howManyNodesAndBlocksAreSimulatedIsTheUsersChoice() {
        assertThat(console.run("bench", "sim")).isZero();
        assertThat(console.run("bench", "sim", "--nodes", "500,2000", "--blocks", "3"))
                .isZero();
        assertThat(console.out()).contains("[1000] and 20", "[500, 2000] and 3");
        assertThat(console.run("bench", "sim", "--nodes", "500,1000000")).isEqualTo(2);
        assertThat(console.run("bench", "sim", "--blocks", "0")).isEqualTo(2);
        assertThat(console.err()).contains("--nodes is between 10 and 100000", "--blocks is between 1 and 10000");
    }

    @Test
    void unknownNameAndBadTimeAreRefused() {
        assertThat(console.run("bench", "disk")).isEqualTo(2);
        assertThat(console.run("bench", "--seconds", "0")).isEqualTo(2);
        assertThat(console.err()).contains("\"disk\"", "codec, network, sim", "between 1 and 600");
    }
}

package org.polytorus.simulator.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.polytorus.simulator.config.ConfigProblem.Severity;
import org.polytorus.simulator.link.LinkConditions;
import org.polytorus.simulator.testnet.GuestSpec;
import org.polytorus.simulator.testnet.LinkSpec;
import org.polytorus.simulator.testnet.TestnetSpec;

class SampleConfigsTest {
    private static final Path SAMPLES = Path.of("sample-configs");

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleLoadsWithoutErrorOrWarningAndBeginsWithAComment(Path sample) throws IOException {
        LoadResult result = TestnetFiles.load(List.of(sample), false);
        assertThat(result.problems()).allMatch(problem -> problem.severity() == Severity.NOTE);
        assertThat(Files.readString(sample)).startsWith("# ").contains("# What to try");
    }

    @ParameterizedTest
    @CsvSource({
        "three-nodes, 3, 3",
        "ring-of-twelve, 12, 12",
        "random-fifty, 50, 100",
        "one-bootstrap-50-nodes, 50, 49",
        "two-islands, 8, 13",
        "slow-links, 5, 4",
        "four-regions, 22, 50",
        "studies/bitcoin-2014, 6000, 48000",
        "slow-peer-and-quality, 8, 16",
        "flood-and-limits, 4, 6",
        "blacklist, 4, 6"
    })
    void everySampleTestnetHasTheNodesAndLinksItsNamePromises(String sample, int nodes, int links) {
        TestnetSpec spec = load(sample + ".toml");
        assertThat(spec.nodes()).hasSize(nodes).allMatch(node -> node.listen().port() == 0);
        assertThat(spec.links()).hasSize(links);
    }

    @Test
    void theThreeNodeFilesMakeOneTestnetWithoutAWord() {
        List<Path> files =
                List.of(SAMPLES.resolve("node1.toml"), SAMPLES.resolve("node2.toml"), SAMPLES.resolve("node3.toml"));
        LoadResult result = TestnetFiles.load(files, false);
        assertThat(result.problems()).isEmpty();
        assertThat(requireNonNull(result.spec()).links()).hasSize(3);
    }

    @Test
    void theSampleWithAGuestExpectsItAndDelaysWhatItSends() {
        TestnetSpec spec = load("external-guest.toml");
        assertThat(spec.guests()).containsExactly(GuestSpec.expected("rusty"));
        assertThat(spec.links())
                .filteredOn(link -> link.dialler().value().equals("rusty"))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.there()).isEqualTo(LinkConditions.ofLatency(Duration.ofMillis(300)));
                    assertThat(link.back()).isEqualTo(LinkConditions.NONE);
                });
    }

    @Test
    void theBridgeBetweenTheIslandsIsTheOnlySlowLink() {
        List<LinkSpec> slow = load("two-islands.toml").links().stream()
                .filter(link -> !link.there().isNone())
                .toList();
        assertThat(slow).hasSize(1);
        assertThat(slow.getFirst().id()).hasToString("east1–west1");
        assertThat(slow.getFirst().there()).isEqualTo(LinkConditions.ofLatency(Duration.ofMillis(150)));
        assertThat(slow.getFirst().back()).isEqualTo(slow.getFirst().there());
    }

    private static TestnetSpec load(String sample) {
        return requireNonNull(
                TestnetFiles.load(List.of(SAMPLES.resolve(sample)), false).spec());
    }
}
